using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

internal sealed class SessionOptionsValidator : IValidateOptions<SessionOptions>
{
    public ValidateOptionsResult Validate(string? name, SessionOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(SessionOptions options)
    {
        if (options.Idle < TimeSpan.FromMinutes(5))
            yield return $"Sessions:Idle is {options.Idle}. Write a time of five minutes or more, such as 00:30:00: a citizen is told before it is over."; // WCAG 2.2 §2.2.1
        if (options.TrustedDevice < TimeSpan.FromMinutes(1) || options.TrustedDevice > TimeSpan.FromDays(90))
            yield return $"Sessions:TrustedDevice is {options.TrustedDevice}. Write a time from one minute to 90 days, such as 30.00:00:00.";
        if (options.Absolute < options.Idle)
            yield return $"Sessions:Absolute is {options.Absolute}, shorter than Sessions:Idle. Write a longer time, such as 12:00:00.";
    }
}
