using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>One way: what it asks of a person, what it is told of them, and the beginning.</summary>
internal sealed class WayModel(ProveStep step, VerificationRoutes routes, Verifications verifications, OfferedVerifiers offered, Text text) : ProvePage(step)
{
    [FromRoute]
    public string Verifier { get; set; } = "";

    public VerifierWords Words { get; private set; } = null!; // Set before the page is shown.

    public IReadOnlyDictionary<string, string> Details { get; private set; } = new Dictionary<string, string>();

    /// <summary>Whether something else has to come first, since nothing on record vouches for what this rests on.</summary>
    public bool LacksVouched => !Words.Manifest.NeedsVouched.All(claim => Details.ContainsKey(claim) || claim is ClaimNames.GivenName or ClaimNames.FamilyName);

    /// <summary>A detail as a person writes it.</summary>
    public string Show(string claim, string value) => claim == ClaimNames.BirthDate && BirthDate.FromStored(value) is { } born ? text.Born(born) : value;

    public async Task<IActionResult> OnGetAsync([FromServices] AccountStore accounts)
    {
        if (offered.Find(Verifier) is not { } found)
            return new ErrorResult(ErrorView.NotFound);
        if (DetailsModel.AreMissing(found.Manifest, await accounts.ClaimsAsync(Found.Session.AccountId, Aborted)))
            return Next(Url.ProveDetails(Journey, Verifier));
        Words = new VerifierWords(found.Manifest);
        Details = await routes.DetailsAsync(Found.Session.AccountId, Verifier, Aborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var details = await routes.DetailsAsync(Found.Session.AccountId, Verifier, Aborted);
        return await verifications.BeginAsync(Found.Session.AccountId, Verifier, details, Step.Purpose(Found), Aborted) switch
        {
            RunOutcome.Went(var run) => Next(Url.ProveStep(Journey, run.Id)),
            RunOutcome.AlreadyAnswered(var run) => Next(Url.ProveStep(Journey, run.Id)),
            RunOutcome.Invalid(var run, _) => Next(Url.ProveStep(Journey, run.Id)),
            RunOutcome.TooMany(var retryAt) => new ErrorResult(ErrorView.TooManyTries(retryAt)),
            RunOutcome.Failed or RunOutcome.NotOffered or RunOutcome.NotFound => Next(Url.Prove(Journey)),
            _ => throw new UnreachableException(),
        };
    }
}
