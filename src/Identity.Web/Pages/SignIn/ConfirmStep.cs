using Identity.Domain.Credentials.WaysIn;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>What somebody still has to prove, and with what they can: the second step of a sign-in, or more in a session.</summary>
internal sealed class ConfirmStep(Interactions interactions, BrowserSession browser, WaysInStore waysIn, TimeProvider clock)
{
    /// <param name="Interaction">Where they are on the way to.</param>
    /// <param name="Account">Who has to prove it.</param>
    /// <param name="Session">Their session; null before the second step of a sign-in.</param>
    /// <param name="Need">What it must amount to.</param>
    /// <param name="Ways">How they can get nearer to it; none when it is reached, or when they have nothing for it.</param>
    /// <param name="Held">What they have.</param>
    /// <param name="IsMet">Whether it is reached.</param>
    internal sealed record Found(
        AuthorizationInteraction Interaction, Guid Account, Session? Session, ProofNeed Need, IReadOnlyList<Way> Ways, HeldWays Held, bool IsMet)
    {
        /// <summary>
        /// The one way that is worth no question; a backup code is for whoever does not have it at hand. Nothing is sent to a telephone
        /// before somebody has asked for it.
        /// </summary>
        public Way? Obvious => (Ways.Where(way => way is not Way.BackupCode).ToList() is [var only] ? only : Ways is [var last] ? (Way?)last : null) is { } way and not Way.Phone ? way : null;
    }

    // A password that stands before a second step.
    private static readonly ProofNeed SecondStep = new(CredentialTrust.Aal2, null, Essential: true);

    /// <returns>Null when nothing has to be confirmed in this interaction, or nobody is there who could.</returns>
    public async Task<Found?> FindAsync(HttpContext context, AuthorizationInteraction interaction)
    {
        var session = await browser.FindAsync(context);
        if (Pending(interaction) is { } pending)
            return await FindAsync(interaction, pending.AccountId, null, SecondStep, pending.Proofs, context.RequestAborted);
        return session is not null && interaction.State.Need is { } need
            ? await FindAsync(interaction, session.AccountId, session, need, session.Proofs, context.RequestAborted)
            : null;
    }

    /// <returns>Half a sign-in that its other half can still complete, or null.</returns>
    public PendingSignIn? Pending(AuthorizationInteraction interaction) =>
        interaction.State.Pending is { } pending && !pending.IsOver(clock.GetUtcNow()) ? pending : null;

    /// <summary>What a page that asks for one way stands on.</summary>
    /// <returns>Where the person belongs instead, when that way brings them no nearer.</returns>
    public async Task<(Found? Found, IActionResult? Elsewhere)> RequireAsync(JourneyPage page, Way way)
    {
        if (await interactions.FindAsync(page.HttpContext, page.Journey) is not { } interaction)
            return (null, page.DeadEnd());
        if (await FindAsync(page.HttpContext, interaction) is not { } found)
            return (null, JourneyPage.Next(page.Url.SignInEmail(page.Journey)));
        if (!found.Ways.Contains(way))
            return (null, page.Done(Page(page.Url, found)));

        page.MayEndAt(interaction);
        return (found, null);
    }

    /// <summary>The page at which they go on.</summary>
    public static string Page(IUrlHelper url, Found found) => found switch
    {
        { IsMet: true } => found.Interaction.ContinueUrl,
        { Obvious: { } way } => url.Confirm(way, found.Interaction.Key),
        _ => url.Confirm(found.Interaction.Key),
    };

    /// <summary>The person says that they cannot prove it now.</summary>
    /// <returns>Where they go on: back to the application, which is told, or to where they came from.</returns>
    public async Task<string> CannotAsync(Found found, CancellationToken cancellationToken)
    {
        if (found.Session is null)
            return "~/recover";
        if (found.Interaction.Client is null)
            return "~/";

        await interactions.CannotProveAsync(found.Interaction, cancellationToken);
        return found.Interaction.ContinueUrl;
    }

    private async Task<Found> FindAsync(
        AuthorizationInteraction interaction, Guid account, Session? session, ProofNeed need, Proofs proofs, CancellationToken cancellationToken)
    {
        var held = await waysIn.FindAsync(account, cancellationToken);
        return new(interaction, account, session, need, Ways.To(need, proofs, held), held, need.IsMetBy(proofs));
    }
}
