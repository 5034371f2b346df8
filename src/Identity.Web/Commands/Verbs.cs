using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Web.Commands;

/// <summary>What the program does besides serving: one verb a run, answered by an exit code.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<IServiceProvider, Task<int>>> All = new(StringComparer.Ordinal)
    {
        ["migrate"] = MigrateAsync,
        ["audit verify"] = VerifyAuditAsync,
    };

    /// <returns>The verb the command line begins with and what follows it, or null when it is to serve.</returns>
    public static Func<IServiceProvider, Task<int>>? Find(string[] args)
    {
        var words = string.Join(' ', args.TakeWhile(arg => !arg.StartsWith('-')));
        if (words.Length == 0)
            return null;
        return All.GetValueOrDefault(words) ?? (_ => UnknownAsync(words));
    }

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

    private static async Task<int> UnknownAsync(string words)
    {
        await Console.Error.WriteLineAsync($"'{words}' is no verb. Write one of: {string.Join(", ", All.Keys)}; or none, to serve.");
        return 2;
    }
}
