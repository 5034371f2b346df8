using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Passkeys;

internal sealed class PasskeyOptionsValidator : IValidateOptions<PasskeyOptions>
{
    public ValidateOptionsResult Validate(string? name, PasskeyOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(PasskeyOptions options)
    {
        // WebAuthn §5.1.2: an RP ID is a valid domain string; an address is none.
        if (options.RelyingPartyId.Length > 0 && !RelyingParty.IsDomain(options.RelyingPartyId))
            yield return $"Passkeys:RelyingPartyId is '{options.RelyingPartyId}'. Write a domain in lower case, such as identity.example, or leave it empty for the issuer's host.";
        foreach (var (origin, index) in options.Origins.Select((origin, index) => (origin, index)))
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || RelyingParty.OriginOf(uri) != origin || !RelyingParty.IsSecure(uri))
                yield return $"Passkeys:Origins:{index} is '{origin}'. Write an https origin without a path, such as https://identity.example.";
        }
        if (options.RelyingPartyName.Length > 64)
            yield return $"Passkeys:RelyingPartyName is '{options.RelyingPartyName}'. Write at most 64 characters: authenticators cut off more.";
        if (options.CeremonyLife < TimeSpan.FromMinutes(1) || options.CeremonyLife > TimeSpan.FromHours(1))
            yield return $"Passkeys:CeremonyLife is {options.CeremonyLife}. Write a time from one minute to one hour.";
        if (options.MetadataGrace < TimeSpan.Zero || options.MetadataGrace > TimeSpan.FromDays(90))
            yield return $"Passkeys:MetadataGrace is {options.MetadataGrace}. Write a time of up to 90 days.";
        foreach (var (file, index) in options.MetadataRoots.Select((file, index) => (file, index)).Where(root => !File.Exists(root.file)))
            yield return $"Passkeys:MetadataRoots:{index} is '{file}'. Write the path of a PEM file that is there.";
        if (options.MostPerAccount is < 2 or > 100)
            yield return $"Passkeys:MostPerAccount is {options.MostPerAccount}. Write a number from 2 to 100.";
    }
}
