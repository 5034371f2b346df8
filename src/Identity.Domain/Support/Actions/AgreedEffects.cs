using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Recovery;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Holds;
using Identity.Domain.Verification.Record;

namespace Identity.Domain.Support.Actions;

/// <summary>What two people agreed on, done or undone within the transaction in which that was decided.</summary>
public sealed class AgreedEffects(Recoveries recoveries, Corrections.Corrections corrections, AccountClosure closure, IdentityRecord record, TimeProvider clock)
{
    /// <returns>What it leaves behind, or null when nothing was changed.</returns>
    internal async ValueTask<Recorded?> ApplyAsync(IStatements write, TakenRequest taken)
    {
        switch (taken.Action)
        {
            case SupportAction.StartRecovery:
                return await recoveries.AllowAsync(write, taken.Account, LostThing.Everything);
            case SupportAction.Deceased:
                return Made(taken.Account, await SupportHolds.HoldAsync(write, taken.Account, HoldReason.Review, Now));
            case SupportAction.Unfreeze:
                return Made(taken.Account, await write.ExecuteAsync(AccountStatements.Release, ("id", taken.Account), ("stamp", SupportHolds.Stamp())) > 0);
            case SupportAction.RemoveApp:
                return Made(taken.Account, await RemovedAsync(write, taken.Account, await write.ExecuteAsync(RequestStatements.RemoveApp, ("account", taken.Account))));
            case SupportAction.RemovePasskey:
                return Made(taken.Account, await RemovedAsync(write, taken.Account,
                    await write.ExecuteAsync(RequestStatements.RemovePasskey, ("account", taken.Account), ("id", taken.Target ?? Guid.Empty))));
            case SupportAction.ClearFinding:
                return await record.ClearAsync(write, taken.Account, taken.Target ?? Guid.Empty, taken.Id);
            case SupportAction.Close:
                return await closure.ApplyAsync(write, taken.Account);
            case var action when ActionRules.NeedsEvidence(action):
                return await corrections.ApplyAsync(write, taken.Id, taken.Account, taken.Target);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Takes back what a request had begun that its owner has stopped.</summary>
    internal async ValueTask<Recorded> UndoAsync(IStatements write, DecidedRequest stopped)
    {
        await corrections.TakeAsync(write, stopped.Id);
        if (stopped.Action == nameof(SupportAction.Close))
            await SupportHolds.ReopenAsync(write, stopped.Account);
        return stopped.Action == nameof(SupportAction.StartRecovery)
            ? await recoveries.CancelAsync(write, stopped.Account, AuditSubject.Account(stopped.Account).Value)
            : Recorded.Nothing;
    }

    private static Recorded? Made(Guid account, bool changed) =>
        changed ? new([], []) { Notices = [new Notice(account, SupportMessages.ChangeMade) { To = NoticeAudience.EverywhereAndFormer }] } : null;

    // A device was trusted to leave out the second steps there were, and no other.
    private static async ValueTask<bool> RemovedAsync(IStatements write, Guid account, int rows)
    {
        if (rows > 0)
            await write.ExecuteAsync(TrustedDevices.Forget, ("account", account));
        return rows > 0;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
