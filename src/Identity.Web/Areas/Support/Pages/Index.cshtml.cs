using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>The desk: where everybody begins, and what is open to them.</summary>
[Needs(StaffStage.In)]
internal sealed class IndexModel(Menu menu) : SupportPage
{
    public string Role => RoleWords.Of(Own.Staff.Role);

    public IReadOnlyList<Menu.Link> Links => menu.Links(Own);
}
