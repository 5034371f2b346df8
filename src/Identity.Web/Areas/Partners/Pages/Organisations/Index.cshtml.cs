using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;

namespace Identity.Web.Areas.Partners.Pages.Organisations;

/// <summary>An organisation: its applications and its people.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class IndexModel(Colleagues colleagues) : PartnerPage
{
    public int People { get; private set; }

    public async Task OnGetAsync() => People = (await colleagues.ListAsync(Own.Organisation.Id, Aborted)).Count;
}
