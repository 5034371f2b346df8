using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Devices;

/// <summary>
/// Where somebody is signed in, and how they stop it. Asks for no fresh confirmation: whoever found the browser open can
/// only take away here.
/// </summary>
internal sealed class IndexModel(BrowserSession browser, SignedInDevices devices, TrustedDevices trusted, Interactions interactions) : JourneyPage
{
    private const string AllOthers = "";
    private const string Forgotten = "-";

    /// <summary>The one they look at this page with.</summary>
    public SignedInDevice? This { get; private set; }

    public IReadOnlyList<SignedInDevice> Others { get; private set; } = [];

    /// <summary>Those on which no code is asked for.</summary>
    public IReadOnlyList<TrustedDevice> Trusted { get; private set; } = [];

    /// <summary>What was signed out just now.</summary>
    private string? SignedOut { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return await SignInFirstAsync();

        var all = await devices.ListAsync(session, HttpContext.RequestAborted);
        This = all.FirstOrDefault(device => device.SessionId == session.Id);
        Others = [.. all.Where(device => device.SessionId != session.Id)];
        Trusted = await trusted.ListAsync(session.AccountId, HttpContext.RequestAborted);
        SignedOut = TempData[SignOutModel.Happened] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return await SignInFirstAsync();

        if (await devices.EndOthersAsync(session, HttpContext.RequestAborted) > 0)
            TempData[SignOutModel.Happened] = AllOthers;
        return Next(Url.Devices());
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm(Name = "Device")] string? device)
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return await SignInFirstAsync();

        if (Guid.TryParse(device, out var id) && await trusted.RevokeAsync(session.AccountId, id, HttpContext.RequestAborted))
            TempData[SignOutModel.Happened] = Forgotten;
        return Next(Url.Devices());
    }

    /// <summary>What is to be said of what they have just done.</summary>
    public Message? Done(Text text) => SignedOut switch
    {
        null => null,
        AllOthers => text["devices.done.others"],
        Forgotten => text["devices.done.forgotten"],
        _ => text["devices.done.one", ("device", DeviceName.Of(text, SignedOut))],
    };

    private async Task<IActionResult> SignInFirstAsync() =>
        Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext, Url.Devices())));
}
