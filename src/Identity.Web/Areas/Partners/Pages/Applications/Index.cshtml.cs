using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Protocol;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.Extensions.Options;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>One application: what it is, and the ways to change each part of it.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class IndexModel(PartnerApplications applications, IOptions<ProtocolOptions> protocol) : OfApplication(applications)
{
    internal sealed record Part(Message Name, string Value, string Href);

    public Client Client => Application.Client;

    public bool May => Own.May(PartnerRight.Change);

    public string Issuer => protocol.Value.Issuer!.AbsoluteUri; // No host starts without an issuer.

    /// <summary>Whether it cannot authenticate yet.</summary>
    public bool NeedsSecret => May && Client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal) && Client.ClientSecretSha256.Count == 0;

    public IEnumerable<Part> Parts(Text text)
    {
        var (organisation, client) = (Own.Organisation.Id, ClientId);
        yield return new(text["partners.describe.title"], Client.Consent.Purpose, PartnerLinks.Describe(organisation, client));
        if (Application.Kind is not ApplicationKind.Machine)
        {
            yield return new(text["partners.addresses.title"], string.Join(", ", Client.RedirectUris), PartnerLinks.Addresses(organisation, client));
            yield return new(text["partners.asks.title"], string.Join(", ", Client.Consent.Claims.Keys), PartnerLinks.Asks(organisation, client));
            yield return new(text["partners.trust.title"], string.Join(", ", Client.DefaultAcrValues), PartnerLinks.Trust(organisation, client));
            yield return new(text["partners.signOut.title"], Client.BackchannelLogoutUri ?? Client.FrontchannelLogoutUri ?? "", PartnerLinks.SignOuts(organisation, client));
        }

        yield return new(text["partners.keys.title"], Client.TokenEndpointAuthMethod, PartnerLinks.Keys(organisation, client));
    }
}
