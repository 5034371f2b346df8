using Identity.Domain.Sessions.Trust;
using Identity.Sdk;
using OpenIddict.Server;

namespace Identity.Protocol.Interaction;

/// <summary>The classes of authentication a client asks for (OpenID Connect Core §3.1.2.1 and §5.5.1.1), of those there are.</summary>
/// <param name="Values">In the order in which it would rather have them.</param>
/// <param name="Essential">Whether it wants an error rather than less.</param>
internal sealed record RequestedTrust(IReadOnlyList<CredentialTrust> Values, bool Essential)
{
    public static RequestedTrust None { get; } = new([], false);

    /// <summary>What a citizen can reach: they are not asked who made their device, so nobody vouches for its hardware.</summary>
    public const CredentialTrust Most = CredentialTrust.PhishingResistant;

    /// <summary>The values of <c>acr</c> up to that.</summary>
    public static IEnumerable<string> Reachable => Enum.GetValues<CredentialTrust>().Where(trust => trust <= Most).Select(Acr.Of);

    /// <summary>The least that is enough, where anything was asked for.</summary>
    public CredentialTrust? Least => Values.Count == 0 ? null : Values.Min();

    public static RequestedTrust Of(OpenIddictServerTransaction transaction) =>
        transaction.GetProperty<RequestedTrust>(typeof(RequestedTrust).FullName!) ?? None; // A named type has a full name.

    public void Keep(OpenIddictServerTransaction transaction) =>
        transaction.SetProperty(typeof(RequestedTrust).FullName!, this); // As above.

    /// <summary>The value to answer with: of those asked for the first that is met, else what was reached.</summary>
    public string Answer(CredentialTrust reached) =>
        Acr.Of(Values.Where(value => reached >= value).Cast<CredentialTrust?>().FirstOrDefault() ?? reached);
}
