using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Verification.Claims;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>What an application asks people to share, and why.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class AsksModel(PartnerApplications applications, ClientDirectory clients, ClaimLevels levels) : OfApplication(applications)
{
    public bool May => Own.May(PartnerRight.Change);

    public IReadOnlyList<AskedItem> Items { get; private set; } = [];

    public void OnGet() => Items = AskedItem.All(Application.Client, clients.Current, levels);
}
