using System.CommandLine;
using Identity.Domain.Audit;
using Identity.Domain.Audit.Export;

namespace Identity.Web.Commands;

internal static class AuditVerbs
{
    private static readonly Argument<string> File = new("FILE") { Description = "Lines of JSON, as the console exports them." };

    public static Command Make() => new("audit", "The record of every change.")
    {
        new Verb("verify", "Proves the audit: every link, every seal.", (services, _) => VerifyAsync(services)),
        new Verb("verify-export", "Proves an export from its file alone.", (_, words) => VerifyExportAsync(words.GetRequiredValue(File))) { File },
    };

    private static async Task<int> VerifyAsync(IServiceProvider services)
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

    private static async Task<int> VerifyExportAsync(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file '{path}'. Write one that the console exported.");
            return 1;
        }

        using var lines = System.IO.File.OpenText(path);
        var report = await ExportVerifier.VerifyAsync(lines, CancellationToken.None);
        foreach (var fault in report.Faults)
            await Console.Error.WriteLineAsync(fault);
        Console.WriteLine($"{report.Links} links hold, {report.Sealed} of them beneath a seal, {report.Faults.Count} faults.");
        // The file brings its own keys: whose they are, only the issuer can say.
        foreach (var key in report.Keys)
            Console.WriteLine($"Compare this key with the issuer's: {key}.");
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
