using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Roles;
using Identity.Web.Areas.Support.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support.Pages;

/// <summary>S6: what colleagues asked for and the system drew this one to decide.</summary>
[Needs(Permission.Approve, Fresh = true)]
internal sealed class RequestsModel(DrawnRequests drawn, SecondEyes eyes) : SupportPage
{
    public IReadOnlyList<DrawnRequest> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => Waiting = await drawn.WaitingForAsync(Own, Aborted);

    public async Task<IActionResult> OnPostApproveAsync([FromForm(Name = "Request")] string? request) =>
        Guid.TryParse(request, out var id) && await eyes.ApproveAsync(Own, id, Aborted)
            ? Next(SupportLinks.Requests, "support.requests.approved")
            : Next(SupportLinks.Requests, "support.requests.not");

    public async Task<IActionResult> OnPostDeclineAsync([FromForm(Name = "Request")] string? request) =>
        Guid.TryParse(request, out var id) && await eyes.DeclineAsync(Own, id, Aborted)
            ? Next(SupportLinks.Requests, "support.requests.declined")
            : Next(SupportLinks.Requests, "support.requests.not");
}
