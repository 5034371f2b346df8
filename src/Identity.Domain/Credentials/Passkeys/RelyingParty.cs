using System.Net;
using Identity.Domain.Credentials.WebAuthn;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Who this service is to authenticators. It comes from the settings alone: a request's host never changes it.</summary>
public sealed class RelyingParty
{
    private readonly RelyingPartyRules? _rules;

    /// <summary>Reads it from the settings.</summary>
    public RelyingParty(IOptions<PasskeyOptions> options, IOptions<PasskeySite> site)
    {
        var (own, issuer) = (options.Value, site.Value.Issuer);
        Id = own.RelyingPartyId.Length > 0 ? own.RelyingPartyId : issuer?.IdnHost ?? "";
        Name = own.RelyingPartyName.Length > 0 ? own.RelyingPartyName : site.Value.Name.Length > 0 ? site.Value.Name : Id;
        Origins = [.. own.Origins.Concat(issuer is not null && IsWithin(issuer.IdnHost, Id) ? [OriginOf(issuer)] : []).Distinct(StringComparer.Ordinal)];
        IsAvailable = IsDomain(Id) && Origins.Count > 0;
        _rules = IsAvailable ? new(Id, Origins) : null;
    }

    /// <summary>Whether passkeys can be used at all: an address such as 127.0.0.1 is no domain they can belong to.</summary>
    public bool IsAvailable { get; }

    /// <summary>The RP ID (WebAuthn §5.1.2).</summary>
    public string Id { get; }

    /// <summary>What authenticators show.</summary>
    public string Name { get; }

    /// <summary>Where its pages are.</summary>
    public IReadOnlyList<string> Origins { get; }

    internal RelyingPartyRules Rules => _rules ?? throw new InvalidOperationException("Passkeys are off: the relying party has no domain.");

    internal static string OriginOf(Uri uri) => uri.IsDefaultPort ? $"{uri.Scheme}://{uri.IdnHost}" : $"{uri.Scheme}://{uri.IdnHost}:{uri.Port}";

    internal static bool IsSecure(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLocal(uri.Host));

    internal static bool IsDomain(string host) =>
        Uri.CheckHostName(host) is UriHostNameType.Dns && !IPAddress.TryParse(host, out _) && !host.Any(char.IsAsciiLetterUpper) && host[^1] != '.';

    private static bool IsLocal(string host) => host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal);

    private static bool IsWithin(string host, string domain) => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal);
}
