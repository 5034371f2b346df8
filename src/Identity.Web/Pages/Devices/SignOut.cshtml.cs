using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.Home;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Devices;

/// <summary>Asks before it signs out one other device. What is not theirs, or over, leads back to those that are there.</summary>
internal sealed class SignOutModel(BrowserSession browser, SignedInDevices devices) : JourneyPage
{
    public const string Happened = "device-signed-out";

    [FromRoute(Name = "session")]
    public string? SessionId { get; set; }

    public SignedInDevice Device { get; private set; } = null!; // Set before the page is shown.

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await FindAsync();
        if (session is null)
            return elsewhere ?? Next(Url.Devices());

        if (await devices.EndAsync(session, Device.SessionId, HttpContext.RequestAborted))
            TempData[Happened] = Device.Device;
        return Next(Url.Devices());
    }

    private async Task<(Session? Session, IActionResult? Elsewhere)> FindAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session || !Guid.TryParseExact(SessionId, "D", out var id))
            return (null, Next(Url.Devices()));
        if (id == session.Id)
            return (null, Next(Url.SignOut()));
        if ((await devices.ListAsync(session, HttpContext.RequestAborted)).FirstOrDefault(device => device.SessionId == id) is not { } found)
            return (null, Next(Url.Devices()));

        Device = found;
        return (session, null);
    }
}
