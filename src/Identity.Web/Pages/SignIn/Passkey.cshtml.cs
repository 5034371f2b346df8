using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>
/// C5: a passkey, for whoever signs in and for whoever confirms who they are. The first page of signing in posts here too;
/// what does not work is no error of the person's, and there is another way.
/// </summary>
internal sealed class PasskeyModel(Interactions interactions, ConfirmStep step, PasskeySignIn passkeys, PasskeyVerdict verdict) : JourneyPage
{
    // As long as any authenticator answers; what is longer is refused in words.
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "passkey-trouble")]
    public string? Trouble { get; set; }

    /// <summary>What the browser is told of a passkey that nobody has, so that it offers it no more.</summary>
    [TempData(Key = "passkey-unknown")]
    public string? Unknown { get; set; }

    public ConfirmReason Reason { get; private set; } = ConfirmReason.None;

    private ConfirmStep.Found? Found { get; set; }

    public string OtherWay(IUrlHelper url) => Found is null ? url.SignInEmail(Journey) : url.ChooseAnotherWay(Journey);

    public async Task<IActionResult> OnGetAsync()
    {
        var (interaction, elsewhere) = await FindAsync();
        return interaction is null ? elsewhere ?? DeadEnd() : Page();
    }

    /// <summary>The question, for script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var (interaction, _) = await FindAsync();
        if (interaction is null || !passkeys.IsAvailable)
            return NotFound();

        var browser = BrowserSession.Bind(HttpContext);
        var asked = Found is { } found
            ? await passkeys.BeginForAsync(found.Account, browser, HttpContext.RequestAborted)
            : await passkeys.BeginAsync(browser, HttpContext.RequestAborted);
        return Content(asked.OptionsJson, "application/json");
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SignInStep signIn)
    {
        var (interaction, elsewhere) = await FindAsync();
        if (interaction is null)
            return elsewhere ?? DeadEnd();

        var outcome = passkeys.IsAvailable ? await passkeys.TryAsync(BrowserSession.Bind(HttpContext), Credential, HttpContext.RequestAborted) : new PasskeyOutcome.Expired();
        switch (outcome)
        {
            case PasskeyOutcome.SignedIn(var account, _, var facts):
                await verdict.RememberAsync(HttpContext, account);
                return Next(await signIn.ProvedAsync(Url, interaction, account, PasskeyVerdict.Method(facts)));
            case PasskeyOutcome.Held(var reason, _, _):
                return new ErrorResult(ErrorView.AccountHeld(reason));
            default:
                Trouble = PasskeyVerdict.Words(outcome);
                Unknown = verdict.Unknown(outcome);
                return Next(Url.Passkey(Journey));
        }
    }

    private async Task<(AuthorizationInteraction? Interaction, IActionResult? Elsewhere)> FindAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return (null, DeadEnd());

        MayEndAt(interaction);
        Found = await step.FindAsync(HttpContext, interaction);
        if (Found is not null)
            Reason = ConfirmReason.Of(Found);
        return Found is { IsMet: true } ? (null, Done(interaction.ContinueUrl)) : (interaction, null);
    }
}
