using Identity.Domain.Audit;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Web.Settings;

namespace Identity.Web.Commands;

/// <summary>What the program does besides serving: one verb a run, answered by an exit code.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<IServiceProvider, Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateAsync,
        ["audit verify"] = VerifyAuditAsync,
        ["check-config"] = CheckConfigAsync,
    };

    private const string LoadClients = "clients load ";

    /// <returns>The verb the command line begins with, or null when it is to serve.</returns>
    public static Func<IServiceProvider, Task<int>>? Find(string[] args)
    {
        var words = string.Join(' ', Words(args));
        if (words.Length == 0)
            return null;
        if (words.StartsWith(LoadClients, StringComparison.Ordinal))
            return services => LoadClientsAsync(services, words[LoadClients.Length..]);
        return AccountVerbs.Find([.. Words(args)]) ?? All.GetValueOrDefault(words) ?? (_ => UnknownAsync(words));
    }

    /// <summary>What follows the verb: settings, such as <c>--Storage:Provider=Postgres</c>.</summary>
    public static string[] Settings(string[] args) => args[Words(args).Count()..];

    private static IEnumerable<string> Words(string[] args) => args.TakeWhile(arg => !arg.StartsWith('-'));

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    }

    private static async Task<int> VerifyAuditAsync(IServiceProvider services)
    {
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault);
        Console.WriteLine($"{report.Links} links and {report.LastSeal?.Number ?? 0} seals hold, {report.Faults.Count} faults.");
        // Whoever keeps this line elsewhere can tell that the newest seals were dropped with all they held.
        if (report.LastSeal is { } last)
            Console.WriteLine($"The last seal is {last.Number}, its root {last.Root}.");
        return report.Faults.Count == 0 ? 0 : 1;
    }

    private static async Task<int> LoadClientsAsync(IServiceProvider services, string folder)
    {
        if (!Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder '{folder}'. Write one that holds a JSON file for each client.");
            return 1;
        }

        var directory = services.GetRequiredService<ClientDirectory>();
        await directory.RefreshAsync(CancellationToken.None);
        try
        {
            await services.GetRequiredService<ClientFolder>().LoadAsync(folder, CancellationToken.None);
        }
        catch (InvalidOperationException faults)
        {
            await Console.Error.WriteLineAsync(faults.Message);
            return 1;
        }

        await directory.RefreshAsync(CancellationToken.None);
        Console.WriteLine($"Clients registered: {directory.Current.Clients.Count()}.");
        return 0;
    }

    /// <summary>Building the host has checked every setting, as it does before a start; a fault does not come this far.</summary>
    private static Task<int> CheckConfigAsync(IServiceProvider services)
    {
        foreach (var caution in SettingsCheck.Cautions(services))
            Console.WriteLine($"Caution: {caution}");
        Console.WriteLine($"The settings hold for {services.GetRequiredService<IHostEnvironment>().EnvironmentName}.");
        return Task.FromResult(0);
    }

    private static async Task<int> UnknownAsync(string words)
    {
        await Console.Error.WriteLineAsync($"'{words}' is no verb. Write one of: {string.Join(", ", All.Keys)}, clients load FOLDER, {AccountVerbs.Usage}; or none, to serve.");
        return 2;
    }
}
