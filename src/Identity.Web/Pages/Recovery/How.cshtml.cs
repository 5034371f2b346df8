using System.ComponentModel.DataAnnotations;
using Identity.Domain.Accounts;
using Identity.Domain.Journeys;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>How they want to show that the account is theirs: once, and once more where one thing is not enough.</summary>
internal sealed class HowModel(RecoverJourney journeys, RecoverStep step, RecoveryProver prover, Text text) : JourneyPage
{
    /// <summary>What is chosen by whoever has none of them.</summary>
    public const string None = "None";

    [BindProperty]
    [Required(ErrorMessage = RecoverProblems.HowMissing)]
    [StringLength(32, ErrorMessage = RecoverProblems.HowMissing)]
    public string? Chosen { get; set; }

    public IReadOnlyList<RecoveryProofs> Choices { get; private set; } = [];

    /// <summary>Whether something was shown already.</summary>
    public bool Again { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (journey, elsewhere) = await FindAsync();
        return journey is null ? elsewhere ?? DeadEnd() : await step.AgainAsync(Url, journey) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (journey, elsewhere) = await FindAsync();
        if (journey is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();
        if (Chosen == None)
            return Next(Url.RecoverSupport(Journey));
        if (!Enum.TryParse<RecoveryProofs>(Chosen, out var kind) || !Choices.Contains(kind))
            return Problem(nameof(Chosen), text[RecoverProblems.HowMissing].ToString());

        return kind switch
        {
            RecoveryProofs.Passkey => Next(Url.RecoverPasskey(Journey)),
            RecoveryProofs.Identity => Next(Url.RecoverIdentity(Journey)),
            _ => await prover.AskAsync(kind, step.Attempt(HttpContext, journey)!, HttpContext.RequestAborted) is SendOutcome.TooManySent(var retryAt) // Found, so an account was named.
                ? new ErrorResult(ErrorView.TooManyTries(retryAt))
                : Next(Url.RecoverShow(Journey, kind)),
        };
    }

    private async Task<(Journey<RecoverState>? Journey, IActionResult? Elsewhere)> FindAsync()
    {
        if (await journeys.FindAsync(HttpContext, Journey) is not { } journey)
            return (null, DeadEnd());
        if (step.Attempt(HttpContext, journey) is null)
            return (null, Done(RecoverJourney.Page(Url, Journey, journey.State)));

        Again = journey.State is RecoverState.Proving;
        Choices = await step.ChoicesAsync(journey.State, HttpContext.RequestAborted);
        if (Choices.Contains(journey.State.Has))
            Chosen ??= journey.State.Has.ToString();
        return (journey, null);
    }
}
