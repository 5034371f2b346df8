using System.CommandLine;
using Identity.Domain.Audit;

namespace Identity.Web.Commands;

internal static class AuditVerbs
{
    public static Command Make() => new("audit", "The record of every change.")
    {
        new Verb("verify", "Proves the audit: every link, every seal.", (services, _) => VerifyAsync(services)),
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
}
