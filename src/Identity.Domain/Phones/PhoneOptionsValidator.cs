using Microsoft.Extensions.Options;
using PhoneNumbers;

namespace Identity.Domain.Phones;

internal sealed class PhoneOptionsValidator : IValidateOptions<PhoneOptions>
{
    public ValidateOptionsResult Validate(string? name, PhoneOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PhoneOptions options)
    {
        var known = PhoneNumberUtil.GetInstance().GetSupportedRegions();
        if (!known.Contains(options.Region))
            yield return $"Phones:Region is '{options.Region}'. Write the ISO 3166 code of a country, such as GB.";
        foreach (var country in options.Countries.Concat(options.CodesADayTo.Keys).Where(country => !known.Contains(country.ToUpperInvariant())))
            yield return $"Phones names the country '{country}'. Write its ISO 3166 code, such as GB.";
        // NIST SP 800-63B-4 §3.1.3.2: a code sent to a telephone works for ten minutes at most.
        if (options.CodeLife < TimeSpan.FromMinutes(1) || options.CodeLife > TimeSpan.FromMinutes(10))
            yield return $"Phones:CodeLife is {options.CodeLife}. Write a time from one to ten minutes.";
        if (options.CodeAttempts is < 1 or > 10)
            yield return $"Phones:CodeAttempts is {options.CodeAttempts}. Write a number from 1 to 10.";
        if (options.CodeResends is < 1 or > 20)
            yield return $"Phones:CodeResends is {options.CodeResends}. Write a number from 1 to 20.";
        if (options.CodeResendWindow < TimeSpan.FromMinutes(1) || options.CodeResendWindow > TimeSpan.FromDays(1))
            yield return $"Phones:CodeResendWindow is {options.CodeResendWindow}. Write a time from one minute to one day.";
        if (options.CallsFrom is < 0 or > 23 || options.CallsUntil <= options.CallsFrom || options.CallsUntil > 24)
            yield return $"Phones:CallsFrom is {options.CallsFrom} and Phones:CallsUntil is {options.CallsUntil}. Write two hours of one day, the earlier first.";
        foreach (var (key, most) in Budgets(options).Where(budget => budget.Most < 1))
            yield return $"Phones:{key} is {most}. Write a number from 1.";
    }

    private static IEnumerable<(string Key, int Most)> Budgets(PhoneOptions options) =>
    [
        (nameof(options.MostPerAccount), options.MostPerAccount),
        (nameof(options.CodesPerNumberADay), options.CodesPerNumberADay),
        (nameof(options.CodesPerRangeADay), options.CodesPerRangeADay),
        (nameof(options.CodesPerNetworkADay), options.CodesPerNetworkADay),
        (nameof(options.CodesPerCountryADay), options.CodesPerCountryADay),
        (nameof(options.NoticesPerNumberADay), options.NoticesPerNumberADay),
    ];
}
