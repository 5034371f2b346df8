using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Components;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Prove;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Recovery;

/// <summary>One way to prove again who one is: what it asks, what it is told, which is typed here, and the beginning.</summary>
internal sealed class ReproofWayModel(RecoverJourney journeys, ReproofEntry entry, ByIdentity identity, Verifications verifications, Text text) : JourneyPage
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    [FromRoute]
    public string Verifier { get; set; } = "";

    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public DateParts Birth { get; set; } = new();

    /// <summary>Whether they say that they do not know all of it.</summary>
    [BindProperty]
    public bool InPart { get; set; }

    [BindProperty]
    [StringLength(ReproofAnswers.LongestPlace, ErrorMessage = RecoverProblems.PlaceTooLong)]
    public string? Place { get; set; }

    public OfferedWay Way { get; private set; } = null!; // Set before the page is shown.

    public bool AsksName => Asks(ClaimNames.GivenName) || Asks(ClaimNames.FamilyName);

    public bool AsksBirth => Asks(ClaimNames.BirthDate);

    public bool AsksPlace => Asks(ClaimNames.Address);

    /// <summary>Whether they come back another day.</summary>
    public bool TakesDays => Way.Words.Manifest.Wait >= Long;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] TimeProvider clock)
    {
        var (found, elsewhere) = await FindAsync();
        if (found is null)
            return elsewhere ?? DeadEnd();
        var details = new List<(string Claim, string Value)> { (ClaimNames.Address, Place ?? "") };
        if (AsksName)
            details.AddRange(ReproofAnswers.Name(ModelState, text, First, Last));
        if (AsksBirth)
            details.AddRange(ReproofAnswers.Birth(ModelState, text, Birth, InPart, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        if (!ModelState.IsValid)
            return Page();

        return await identity.BeginAsync(found.Attempt, Verifier, details.ToDictionary(detail => detail.Claim, detail => detail.Value), HttpContext.RequestAborted) switch
        {
            RunOutcome.Went(var run) => await GoAsync(found, run, run.ExpiresAt - clock.GetUtcNow()),
            RunOutcome.TooMany(var retryAt) => new ErrorResult(ErrorView.TooManyTries(retryAt)),
            RunOutcome.AlreadyAnswered or RunOutcome.Invalid or RunOutcome.Failed or RunOutcome.NotOffered or RunOutcome.NotFound => Next(Url.RecoverIdentity(Journey)),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IActionResult> GoAsync(ReproofEntry.Found found, VerificationRun run, TimeSpan life)
    {
        if (!await journeys.AddAsync(HttpContext, found.Journey, run.Id, life))
        {
            await verifications.CancelAsync(run.Id, new RunHolder.Recovery(Journey), HttpContext.RequestAborted);
            return Next(Url.RecoverIdentity(Journey));
        }

        // Whoever has to come back another day finds it again in this browser, also when it was closed.
        if (TakesDays)
            BrowserCookies.Keep(HttpContext, BrowserCookies.Browser, BrowserSession.Bind(HttpContext), life);
        return Next(Url.RecoverIdentityStep(Journey, run.Id));
    }

    private async Task<(ReproofEntry.Found? Found, IActionResult? Elsewhere)> FindAsync()
    {
        var (found, elsewhere) = await entry.FindAsync(this);
        if (found is null)
            return (null, elsewhere);
        if ((await identity.WaysAsync(HttpContext.RequestAborted)).FirstOrDefault(way => way.Verifier.Manifest.Name == Verifier) is not { } way)
            return (null, Next(Url.RecoverIdentity(Journey)));

        Way = new OfferedWay(new VerifierWords(way.Verifier.Manifest), way.IsOpen);
        return (found, null);
    }

    private bool Asks(string claim) => Way.Words.Manifest.Needs.Contains(claim);
}
