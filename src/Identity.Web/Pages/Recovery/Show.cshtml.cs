using System.ComponentModel.DataAnnotations;
using Identity.Domain.Accounts;
using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>One thing that shows the account is theirs: a code, or the password.</summary>
internal sealed class ShowModel(RecoverJourney journeys, RecoverStep step, RecoveryProver prover, Text text) : JourneyPage
{
    [BindProperty]
    [StringLength(64, ErrorMessage = RecoverProblems.TooLong)]
    public string? Code { get; set; }

    [BindProperty]
    [StringLength(1024, ErrorMessage = RecoverProblems.TooLong)]
    public string? Password { get; set; }

    /// <summary>Which thing.</summary>
    public RecoveryProofs Kind { get; private set; }

    /// <summary>What was named, for a password manager.</summary>
    public string Claim { get; private set; } = "";

    /// <summary>Whether another code was just sent.</summary>
    [TempData(Key = "recover-sent")]
    public bool SentAgain { get; set; }

    /// <summary>Six digits, which a browser may know how to fill in.</summary>
    public bool IsDigits => Kind is RecoveryProofs.EmailCode or RecoveryProofs.PhoneCode or RecoveryProofs.AppCode or RecoveryProofs.ContactCode;

    /// <summary>Whether it was sent, and can be again.</summary>
    public bool IsSent => Kind is RecoveryProofs.EmailCode or RecoveryProofs.PhoneCode or RecoveryProofs.ContactCode or RecoveryProofs.LetterCode;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (journey, elsewhere) = await FindAsync();
        if (journey is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();

        var isPassword = Kind is RecoveryProofs.Password;
        switch (await prover.CheckAsync(Kind, step.Attempt(HttpContext, journey)!, isPassword ? Password : Code, HttpContext.RequestAborted)) // Found, so an account was named.
        {
            case ShowOutcome.Shown(var account):
                return await step.ShownAsync(Url, journey, account, Kind);
            case ShowOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case ShowOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            case var outcome:
                return Problem(isPassword ? nameof(Password) : nameof(Code), text[RecoverProblems.Of(outcome, Kind)].ToString());
        }
    }

    public async Task<IActionResult> OnPostResendAsync()
    {
        var (journey, elsewhere) = await FindAsync();
        if (journey is null)
            return elsewhere ?? DeadEnd();
        if (await prover.AskAsync(Kind, step.Attempt(HttpContext, journey)!, HttpContext.RequestAborted) is SendOutcome.TooManySent(var retryAt)) // Found, so an account was named.
            return new ErrorResult(ErrorView.TooManyTries(retryAt));

        SentAgain = true;
        return Next(Url.RecoverShow(Journey, Kind));
    }

    private async Task<(Journey<RecoverState>? Journey, IActionResult? Elsewhere)> FindAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return (null, DeadEnd());
        if (step.Attempt(HttpContext, journey) is not { } attempt)
            return (null, Done(RecoverJourney.Page(Url, Journey, journey.State)));
        if (!Enum.TryParse<RecoveryProofs>(RouteData.Values["proof"] as string, out var kind) || !prover.Kinds.HasFlag(kind) || !(await step.ChoicesAsync(journey.State, HttpContext.RequestAborted)).Contains(kind))
            return (null, Next(Url.RecoverHow(Journey)));

        (Kind, Claim) = (kind, attempt.Claim.Typed);
        return (journey, null);
    }
}
