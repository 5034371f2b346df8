using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Holds;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Oversight;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Actions;

/// <summary>What an agent says of a caller who is not the owner, or who may be forced to call.</summary>
public sealed class CallerAlarms(Ledger ledger, AccountFiles files, SupportHolds holds, TimeProvider clock)
{
    /// <summary>The caller failed: the look is over, and whatever was asked for in it is closed.</summary>
    public async Task<bool> FailAsync(StaffSession session, Guid look, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return false;
        return await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(RequestStatements.CloseOfLook, ("look", look));
            return await write.ExecuteAsync(LookupStatements.Close, ("id", look), ("staff", session.Staff.Id), ("now", Now));
        }, closed => closed == 0 ? Recorded.Nothing : SupportRecords.Of(session.Staff, account.Id, AuditEvents.CallerFailed, null), cancellationToken) > 0;
    }

    /// <summary>
    /// The caller may be forced: the account is held, supervisors are told, and the screen goes on as if all were well. Its owner
    /// is told nothing now: whoever forces them may read it.
    /// </summary>
    public async Task<bool> ForceAsync(StaffSession session, Guid look, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(session, look, cancellationToken) is not { } account)
            return false;
        return await ledger.RecordAsync(async write =>
        {
            if (await write.ExecuteAsync(LookupStatements.Force, ("id", look), ("staff", session.Staff.Id), ("now", Now)) == 0)
                return null;
            await write.ExecuteAsync(RequestStatements.CloseOfLook, ("look", look));
            await holds.PauseAsync(write, account.Id);
            return await Supervisors.TellAsync(write, SupportMessages.Alarm, session.Staff, clock.GetUtcNow());
        }, alarms => alarms is null ? Recorded.Nothing : SupportRecords.Of(session.Staff, account.Id, AuditEvents.CallerForced, null) with { Messages = alarms },
            cancellationToken) is not null;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
