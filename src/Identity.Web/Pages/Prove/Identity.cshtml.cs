using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;
using Message = Identity.Web.Locales.Message;

namespace Identity.Web.Pages.Prove;

/// <summary>A piece of evidence as its owner sees it: how, and when.</summary>
internal sealed record ShownEvidence(Message Title, DateTimeOffset At, bool Counts);

/// <summary>V7: how sure we are of somebody, by what we checked, and until when it lasts.</summary>
internal sealed class IdentityModel(BrowserSession browser, Interactions interactions, IdentityRecord record, OfferedVerifiers offered) : JourneyPage
{
    private const string Here = "/account/identity";

    public string Level { get; private set; } = "";

    public DateTimeOffset? Until { get; private set; }

    public bool IsHeldBack { get; private set; }

    public IReadOnlyList<ShownEvidence> Evidence { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await browser.FindAsync(HttpContext) is not { } session)
            return Next(Url.SignInEmail(await interactions.BeginOwnAsync(HttpContext, Here)));

        var standing = await record.StandingAsync(session.AccountId, ProveStep.Own, HttpContext.RequestAborted);
        Level = ProveWords.Of(standing.Granted?.Level.Confidence ?? LevelOfConfidence.None);
        Until = standing.Granted?.Until;
        IsHeldBack = standing.IsHeldBack || standing.IsInConflict;
        Evidence = [.. standing.Counted.Select(item => (item, true)).Concat(standing.LeftOut.Select(left => (left.Evidence, false)))
            .Select(pair => new ShownEvidence(TitleOf(pair.Item1.Verifier), pair.Item1.CheckedAt, pair.Item2))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() => Next(Url.Prove(await interactions.BeginOwnAsync(HttpContext, Here)));

    private Message TitleOf(string verifier) => offered.Find(verifier) is { } found ? new VerifierWords(found.Manifest).Title : Message.Verbatim(verifier);
}
