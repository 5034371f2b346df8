using Identity.Domain.Support.Actions;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.StopChange;

/// <summary>
/// Stops what support staff were asked to do, by the link that every contact of the account was sent. Opening it changes
/// nothing, since mail programs open links by themselves; and it asks for no signing in, since it only takes away.
/// </summary>
internal sealed class IndexModel(AgreedChanges changes) : JourneyPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    public bool CanStop { get; private set; }

    [TempData(Key = "change-stopped")]
    public bool Stopped { get; set; }

    public async Task OnGetAsync() => CanStop = await changes.CanStopAsync(Token, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        Stopped = await changes.StopAsync(Token, HttpContext.RequestAborted);
        return Next($"~/stop-change/{Uri.EscapeDataString(Token)}");
    }
}
