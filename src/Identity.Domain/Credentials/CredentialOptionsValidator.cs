using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials;

internal sealed class CredentialOptionsValidator : IValidateOptions<CredentialOptions>
{
    public ValidateOptionsResult Validate(string? name, CredentialOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(CredentialOptions options) =>
    [
        .. Range("MemoryKib", options.MemoryKib, Argon2Cost.LeastMemoryKib, Argon2Cost.MostMemoryKib),
        .. Range("Passes", options.Passes, 1, Argon2Cost.MostPasses),
        .. Range("ConcurrentHashes", options.ConcurrentHashes, 0, 256),
        .. Range("WaitingHashes", options.WaitingHashes, 1, 100_000),
        .. Time("BusyRetryAfter", options.BusyRetryAfter),
        // NIST SP 800-63B-4 §3.1.1.2: 15 characters as a single factor, never fewer than 8 beside another.
        .. Range("MinimumLengthAlone", options.MinimumLengthAlone, 15, PasswordText.MostCharacters),
        .. Range("MinimumLengthBesideSecondFactor", options.MinimumLengthBesideSecondFactor, 8, PasswordText.MostCharacters),
    ];

    private static IEnumerable<string> Time(string key, TimeSpan found)
    {
        if (found < TimeSpan.FromSeconds(1) || found > TimeSpan.FromMinutes(10))
            yield return $"Credentials:{key} is {found}. Set it between one second and ten minutes.";
    }

    private static IEnumerable<string> Range(string key, int found, int least, int most)
    {
        if (found < least || found > most)
            yield return $"Credentials:{key} is {found}. Set it between {least} and {most}.";
    }
}
