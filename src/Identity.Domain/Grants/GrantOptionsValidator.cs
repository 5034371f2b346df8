using Microsoft.Extensions.Options;

namespace Identity.Domain.Grants;

internal sealed class GrantOptionsValidator : IValidateOptions<GrantOptions>
{
    public ValidateOptionsResult Validate(string? name, GrantOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(GrantOptions options)
    {
        // RFC 6749 §4.1.2: ten minutes at most.
        if (options.Code <= TimeSpan.Zero || options.Code > TimeSpan.FromMinutes(10))
            yield return $"Grants:Code is {options.Code}. Write a time above zero and up to ten minutes, such as 00:01:00.";
        if (options.Offline <= options.Code)
            yield return $"Grants:Offline is {options.Offline}, no longer than Grants:Code. Write a longer time, such as 30.00:00:00.";
        if (options.RotationGrace < TimeSpan.Zero || options.RotationGrace > TimeSpan.FromMinutes(1))
            yield return $"Grants:RotationGrace is {options.RotationGrace}. Write a time from zero to one minute, such as 00:00:10.";
    }
}
