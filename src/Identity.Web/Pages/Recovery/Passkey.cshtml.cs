using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Protocol.Interaction;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>A passkey shows by itself whose account it is, also while nobody can sign in to it.</summary>
internal sealed class PasskeyModel(RecoverJourney journeys, RecoverStep step, PasskeySignIn passkeys) : JourneyPage
{
    // As long as any authenticator answers; what is longer is refused in words.
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "passkey-trouble")]
    public string? Trouble { get; set; }

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    /// <summary>The question, for script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => (await FindAsync()).Journey is null || !passkeys.IsAvailable
        ? NotFound()
        : Content((await passkeys.BeginAsync(BrowserSession.Bind(HttpContext), HttpContext.RequestAborted)).OptionsJson, "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        var (journey, elsewhere) = await FindAsync();
        if (journey is null)
            return elsewhere ?? DeadEnd();
        var outcome = passkeys.IsAvailable ? await passkeys.TryAsync(BrowserSession.Bind(HttpContext), Credential, HttpContext.RequestAborted) : new PasskeyOutcome.Expired();
        switch (outcome)
        {
            case PasskeyOutcome.SignedIn(var account, _, var facts) when facts.UserVerified:
                return await step.ShownAsync(Url, journey, account, RecoveryProofs.Passkey);
            case PasskeyOutcome.Held(_, var account, var facts) when facts.UserVerified:
                return await step.ShownAsync(Url, journey, account, RecoveryProofs.Passkey);
            case PasskeyOutcome.SignedIn or PasskeyOutcome.Held:
                Trouble = "passkey.refused";
                return Next(Url.RecoverPasskey(Journey));
            default:
                Trouble = PasskeyVerdict.Words(outcome);
                return Next(Url.RecoverPasskey(Journey));
        }
    }

    private async Task<(Journey<RecoverState>? Journey, IActionResult? Elsewhere)> FindAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return (null, DeadEnd());
        return step.Attempt(HttpContext, journey) is null ? (null, Done(RecoverJourney.Page(Url, Journey, journey.State))) : (journey, null);
    }
}
