using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Disavowal;
using Identity.Domain.Recovery;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.NotMe;

/// <summary>
/// "This wasn't me", from a notice, without signing in. It shows nothing of the account, and does nothing until a button is
/// pressed: programs that read mail follow links.
/// </summary>
internal sealed class IndexModel(NoticeLinks links, Disavowals disavowals) : JourneyPage
{
    private NoticeLink? _link;

    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    /// <summary>Whether it waits, so that stopping it may be all that is needed: what it is, by the key of its words.</summary>
    public string? Waiting => _link?.About switch
    {
        RecoveryMessages.Started => "notMe.recovery",
        EmailChangeMessages.Asked => "notMe.email",
        _ => null,
    };

    public DateTimeOffset At => _link?.At ?? default;

    /// <summary>Whether what was begun has just been stopped.</summary>
    [TempData(Key = "recovery-stopped")]
    public bool Stopped { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? Unknown() : Page();

    public async Task<IActionResult> OnPostStopAsync()
    {
        if (await FindAsync() is not { } link)
            return Unknown();
        await disavowals.CancelAsync(link, HttpContext.RequestAborted);
        Stopped = true;
        return Next(HttpContext.Request.Path);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } link)
            return Unknown();
        await disavowals.FreezeAsync(link, HttpContext.RequestAborted);
        return Next(Url.Frozen(Token));
    }

    private async Task<NoticeLink?> FindAsync() => _link = await links.FindAsync(Token, HttpContext.RequestAborted);

    private static ErrorResult Unknown() => new(ErrorView.LinkOver);
}
