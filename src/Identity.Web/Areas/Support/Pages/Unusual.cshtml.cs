using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S10: whose looks of the last day are unusual.</summary>
[Needs(Permission.Watch)]
internal sealed class UnusualModel(StaffOversight oversight) : SupportPage
{
    public IReadOnlyList<UnusualLooks> Staff { get; private set; } = [];

    public async Task OnGetAsync() => Staff = await oversight.UnusualAsync(Aborted);
}
