using Identity.Domain.Support.Cases;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Web.Areas.Support.Access;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>The desk: where everybody begins, what is open to them, and S1, the queue.</summary>
[Needs(StaffStage.In)]
internal sealed class IndexModel(Menu menu, CaseBook book) : SupportPage
{
    public string Role => RoleWords.Of(Own.Staff.Role);

    public IReadOnlyList<Menu.Link> Links => menu.Links(Own);

    /// <summary>The open cases, for whoever may open their accounts.</summary>
    public IReadOnlyList<QueuedCase>? Queue { get; private set; }

    public async Task OnGetAsync() => Queue = Own.May(Permission.Find) ? await book.QueueAsync(Aborted) : null;
}
