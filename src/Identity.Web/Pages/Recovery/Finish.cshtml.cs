using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Recovery;

/// <summary>The last step: another password, where it is needed, and the account is theirs again.</summary>
internal sealed class FinishModel(RecoverJourney journeys, RecoveryCompletion completion, BrowserSession browser, IOptions<CredentialOptions> options, TimeProvider clock) : JourneyPage
{
    [BindProperty]
    [StringLength(1024, ErrorMessage = CreateProblems.PasswordTooLong)]
    public string? NewPassword { get; set; }

    /// <summary>Whether a password has to be chosen.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>The fewest characters.</summary>
    public int Least => options.Value.MinimumLengthAlone;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text, [FromServices] NewDevice device)
    {
        var (opened, elsewhere) = await FindAsync();
        if (opened is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();

        var since = opened.Disavowed is { } disavowed && disavowed.Account == opened.Account ? disavowed.Since : (DateTimeOffset?)null;
        switch (await completion.TryAsync(opened.Recovery, opened.Lost, AsksPassword ? NewPassword ?? "" : null, since, HttpContext.RequestAborted))
        {
            case RecoveryOutcome.Completed:
                await journeys.EndAsync(HttpContext, Journey);
                await SignInAsync(opened.Account);
                device.Know(HttpContext, opened.Account);
                return Next(Url.RecoverDone());
            case RecoveryOutcome.PasswordRefused(var verdict):
                return Problem(nameof(NewPassword), PasswordProblem.Of(verdict, text));
            case RecoveryOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            case RecoveryOutcome.NotYet or RecoveryOutcome.Cancelled or RecoveryOutcome.Over:
                return Next(Url.RecoverWait(Journey));
            default:
                throw new UnreachableException();
        }
    }

    private async Task SignInAsync(Guid account)
    {
        var proofs = Proofs.Of(new Proof(ProofMethod.Recovery, clock.GetUtcNow()));
        await browser.SignInAsync(HttpContext, account, AsksPassword ? proofs.With(new Proof(ProofMethod.Password, clock.GetUtcNow())) : proofs);
    }

    private async Task<(RecoverState.Opened? Opened, IActionResult? Elsewhere)> FindAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return (null, DeadEnd());
        if (journey.State is not RecoverState.Opened opened)
            return (null, Done(RecoverJourney.Page(Url, Journey, journey.State)));

        AsksPassword = RecoveryCompletion.NeedsPassword(opened.Lost);
        return (opened, null);
    }
}
