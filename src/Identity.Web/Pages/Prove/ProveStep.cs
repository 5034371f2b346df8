using Identity.Domain.Sessions;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Prove;

/// <summary>Who proves who they are, for whom, and how sure that is to make us.</summary>
internal sealed class ProveStep(Interactions interactions, BrowserSession browser, LevelRules rules, IdentityRecord record, Text text)
{
    /// <summary>The scheme that is spoken of where no application names one.</summary>
    public const string Own = "gpg45";

    internal sealed record Found(AuthorizationInteraction Interaction, Session Session, Level Level)
    {
        public string Application => Interaction.Client?.ClientName ?? "";

        public RunHolder Holder => new RunHolder.Owner(Session.AccountId);
    }

    /// <returns>The interaction alone when nobody is signed in any more; nothing when the journey is over.</returns>
    public async Task<(AuthorizationInteraction? Interaction, Found? Found)> FindAsync(HttpContext context, string key)
    {
        if (await interactions.FindAsync(context, key) is not { } interaction)
            return (null, null);
        if (await browser.FindAsync(context) is not { } session)
            return (interaction, null);
        var level = rules.Find(interaction.State.LevelNeeded) ?? await NextAsync(session.AccountId, context.RequestAborted);
        return (interaction, new Found(interaction, session, level));
    }

    /// <summary>The same for a page: where it leads instead when it cannot be shown.</summary>
    public async Task<(Found? Found, IActionResult? Elsewhere)> EnterAsync(JourneyPage page)
    {
        switch (await FindAsync(page.HttpContext, page.Journey))
        {
            case (not null, { } found):
                page.MayEndAt(found.Interaction);
                return (found, null);
            case ({ } interaction, null):
                return (null, interaction.State.SignedInSession is null && interaction.Client is null ? page.DeadEnd() : page.SignInAgain());
            default:
                return (null, page.DeadEnd());
        }
    }

    /// <summary>What the proof is for, as it is kept with it.</summary>
    public RunPurpose Purpose(Found found) => new(found.Level.ToString(), found.Interaction.Client?.ClientId, text.Locale);

    /// <summary>The person goes back to the application without.</summary>
    public Task LeaveAsync(Found found, CancellationToken cancellationToken) => interactions.LeftUnprovenAsync(found.Interaction, cancellationToken);

    // Whoever comes of their own will is led to the next level; from the highest there is none.
    private async Task<Level> NextAsync(Guid account, CancellationToken cancellationToken)
    {
        var standing = await record.StandingAsync(account, Own, cancellationToken);
        var levels = rules.Frameworks[Own].Levels;
        return levels.FirstOrDefault(level => !standing.Reaches(level)) ?? levels[^1];
    }
}
