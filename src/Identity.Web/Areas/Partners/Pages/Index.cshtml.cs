using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;

namespace Identity.Web.Areas.Partners.Pages;

/// <summary>Where everybody comes in: what there is, and the organisations of whoever is signed in.</summary>
[OpenTo(Access.Visitor.Anybody)]
internal sealed class IndexModel(OrganisationStore organisations) : PartnerPage
{
    public IReadOnlyList<Membership> Places { get; private set; } = [];

    public async Task OnGetAsync() => Places = Visitor is { } session ? await organisations.ListAsync(session.AccountId, Aborted) : [];
}
