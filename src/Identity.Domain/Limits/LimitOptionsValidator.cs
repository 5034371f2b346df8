using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Limits;

internal sealed class LimitOptionsValidator(IHostEnvironment environment) : IValidateOptions<LimitOptions>
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    public ValidateOptionsResult Validate(string? name, LimitOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(LimitOptions options)
    {
        if (options.DangerLiftOnLoopback && environment.IsProduction())
            yield return "Limits:DangerLiftOnLoopback is true. Remove it: nothing lifts the limits in Production.";
        foreach (var (endpoint, most) in options.PerNetworkAt)
        {
            if (most < 1)
                yield return $"Limits:PerNetworkAt:{endpoint} is {most}. Set it to 1 or more.";
        }
        if (options.PerNetwork < 1)
            yield return $"Limits:PerNetwork is {options.PerNetwork}. Set it to 1 or more.";
        // NIST SP 800-63B-4 §3.2.2: no more than 100 failures in a row.
        foreach (var (key, found) in new[] { ("FreeAttempts", options.FreeAttempts), ("FreeAttemptsEverywhere", options.FreeAttemptsEverywhere) })
        {
            if (found is < 1 or > 100)
                yield return $"Limits:{key} is {found}. Set it between 1 and 100.";
        }
        foreach (var (key, found) in Times(options))
        {
            if (found <= TimeSpan.Zero || found > Month)
                yield return $"Limits:{key} is {found}. Write a time above zero and up to 31 days.";
        }
    }

    private static IEnumerable<(string Key, TimeSpan Found)> Times(LimitOptions options) =>
    [
        ("FirstDelay", options.FirstDelay), ("LongestDelay", options.LongestDelay),
        ("LongestDelayEverywhere", options.LongestDelayEverywhere), ("ForgetAfter", options.ForgetAfter),
        ("NetworkWindow", options.NetworkWindow),
    ];
}
