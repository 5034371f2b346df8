using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;

namespace Identity.Domain.Support.Actions;

/// <summary>
/// What an agent does for a caller. What can do no harm is done at once; what could take an account over is asked for, and
/// <see cref="SecondEyes"/> and then <see cref="AgreedChanges"/> decide it. Whatever is done, its owner is told by every contact there is and was.
/// </summary>
public sealed class SupportActions(AccountFiles files, CallerChecks checks, StaffSessions sessions, PromptActions prompt, ChangeRequests requests)
{
    /// <summary>Does it, or asks a colleague who is drawn.</summary>
    /// <param name="session">Who acts, with a passkey that was used just now.</param>
    /// <param name="look">What keeps the account open to them.</param>
    /// <param name="asked">What, to which of several, and why in their words.</param>
    /// <param name="issuer">Where citizens' pages are, for the link that stops it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ActOutcome> ActAsync(StaffSession session, Guid look, ActionRequest asked, Uri issuer, CancellationToken cancellationToken)
    {
        if (!session.May(Permission.Act) || !sessions.IsFresh(session) || await files.FindAsync(session, look, cancellationToken) is not { } account)
            return new ActOutcome.Over();
        if (!ActionRules.NeedsSecond(asked.Action))
            return await prompt.DoAsync(session, look, account, asked, cancellationToken);
        if (ActionRules.NeedsEvidence(asked.Action) != asked.Correction is not null)
            return new ActOutcome.Nothing();
        if (!ActionRules.IsMet(asked.Action, await checks.PlanAsync(session, look, asked.CannotSignIn, cancellationToken)))
            return new ActOutcome.CallerUnknown();
        if (asked.Correction?.Email is { } email && !await checks.ReadsAsync(look, account.Id, email, cancellationToken))
            return new ActOutcome.AddressUnknown();
        return await requests.AskAsync(session, look, account, asked, issuer, cancellationToken);
    }
}
