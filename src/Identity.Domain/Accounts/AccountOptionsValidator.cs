using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts;

internal sealed class AccountOptionsValidator : IValidateOptions<AccountOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(AccountOptions options)
    {
        // NIST SP 800-63B-4 §3.1.3.2 and §4.2.1.2: a code sent by e-mail works for a day at most.
        if (options.CodeLife < TimeSpan.FromMinutes(1) || options.CodeLife > TimeSpan.FromDays(1))
            yield return $"Accounts:CodeLife is {options.CodeLife}. Write a time from one minute to one day.";
        if (options.CodeAttempts is < 1 or > 10)
            yield return $"Accounts:CodeAttempts is {options.CodeAttempts}. Write a number from 1 to 10.";
        if (options.CodeResends is < 1 or > 20)
            yield return $"Accounts:CodeResends is {options.CodeResends}. Write a number from 1 to 20.";
        if (options.CodesPerNetworkADay < 1)
            yield return $"Accounts:CodesPerNetworkADay is {options.CodesPerNetworkADay}. Write a number from 1.";
        if (options.AccountsPerNetworkADay < 1)
            yield return $"Accounts:AccountsPerNetworkADay is {options.AccountsPerNetworkADay}. Write a number from 1.";
        if (options.EmailChangeWait < TimeSpan.FromHours(1) || options.EmailChangeWait > TimeSpan.FromDays(30))
            yield return $"Accounts:EmailChangeWait is {options.EmailChangeWait}. Write a time from one hour to thirty days.";
        if (options.CodeResendWindow < TimeSpan.FromMinutes(1) || options.CodeResendWindow > TimeSpan.FromDays(1))
            yield return $"Accounts:CodeResendWindow is {options.CodeResendWindow}. Write a time from one minute to one day.";
    }
}
