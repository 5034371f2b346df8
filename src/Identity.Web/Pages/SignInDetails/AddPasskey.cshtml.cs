using System.Diagnostics;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignInDetails;

/// <summary>Another passkey, in this browser, on another device or on a security key; or one that the browser makes in silence.</summary>
internal sealed class AddPasskeyModel(Confirmation confirmation, PasskeyEnrolment passkeys, PasskeyUpgrade upgrade, Interactions interactions) : JourneyPage
{
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The journey to come back to, for whoever needs a passkey to go on.</summary>
    [FromQuery(Name = "journey")]
    public string? Then { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "passkey-trouble")]
    public string? Trouble { get; set; }

    public async Task<IActionResult> OnGetAsync() => (await RequireAsync()).Elsewhere ?? Page();

    /// <summary>The question, for script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => await AskAsync((await RequireAsync()).Session, PasskeyEnrolmentKind.Asked);

    /// <summary>The same after a sign-in with a password, where nobody has asked for one.</summary>
    public async Task<IActionResult> OnPostSilentOptionsAsync() => await AskAsync(await upgrade.FindAsync(HttpContext), PasskeyEnrolmentKind.Conditional);

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await RequireAsync();
        if (session is null)
            return elsewhere ?? DeadEnd();

        Trouble = await FinishAsync(session) switch
        {
            EnrolmentOutcome.Added => null,
            EnrolmentOutcome.Already => "passkey.here",
            EnrolmentOutcome.TooMany => "passkey.limit",
            EnrolmentOutcome.Expired or EnrolmentOutcome.SignedOut => "passkey.expired",
            EnrolmentOutcome.Refused => "passkey.refused",
            _ => throw new UnreachableException(),
        };
        if (Trouble is not null)
            return Next(Url.AddPasskey(Then));

        TempData[PasskeyNews.Key] = "details.added";
        return Next(Then is not null && await interactions.FindAsync(HttpContext, Then) is not null ? Url.Confirm(Then) : Url.SignInDetails());
    }

    /// <summary>Nobody is told what became of it but the owner, by message.</summary>
    public async Task<IActionResult> OnPostSilentAsync()
    {
        if (await upgrade.FindAsync(HttpContext) is { } session)
            await FinishAsync(session);
        return new NoContentResult();
    }

    private Task<(Session? Session, IActionResult? Elsewhere)> RequireAsync() => confirmation.RequireAsync(Url, Url.AddPasskey(Then));

    private async Task<EnrolmentOutcome> FinishAsync(Session session) => passkeys.IsAvailable
        ? await passkeys.FinishAsync(session.AccountId, BrowserSession.Bind(HttpContext), Credential, session.Id, HttpContext.RequestAborted)
        : new EnrolmentOutcome.Expired();

    private async Task<IActionResult> AskAsync(Session? session, PasskeyEnrolmentKind kind) => session is not null && passkeys.IsAvailable
        ? Content((await passkeys.BeginAsync(session.AccountId, BrowserSession.Bind(HttpContext), kind, HttpContext.RequestAborted)).OptionsJson, "application/json")
        : NotFound();
}
