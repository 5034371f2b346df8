using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Actions;

/// <summary>
/// The second pair of eyes: agrees or declines what a colleague asked for, and after a while it is done, unless the citizen has
/// stopped it. Of a citizen and an agent who decide at the same moment, the citizen wins. Safe for concurrent use.
/// </summary>
public sealed class SecondEyes(IDatabase database, Ledger ledger, StaffSessions sessions, IOptions<SupportOptions> options, TimeProvider clock)
{
    private sealed record Decided(Guid Account, string Action, Guid RequestedBy)
    {
        public static Decided Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetGuid(2));
    }

    private sealed record Taken(Guid Account, SupportAction Action, Guid? Target, Guid RequestedBy, Guid Approver, bool Changed)
    {
        public static Taken Of(DbDataReader row) => new(row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), false);
    }

    /// <summary>What waits for somebody.</summary>
    public Task<IReadOnlyList<DrawnRequest>> WaitingForAsync(StaffSession session, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(RequestStatements.Drawn, row => new DrawnRequest(row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))), ("by", session.Staff.Id), ("now", Now)), cancellationToken);

    /// <summary>Agrees.</summary>
    /// <returns>False when it is not theirs to decide, is decided, or waits no more.</returns>
    public async Task<bool> ApproveAsync(StaffSession session, Guid request, CancellationToken cancellationToken) =>
        session.May(Permission.Approve) && sessions.IsFresh(session) && await ledger.RecordAsync(
            write => write.FirstAsync(RequestStatements.Approve, Decided.Of, ("id", request), ("by", session.Staff.Id), ("role", session.Staff.Role),
                ("due", (clock.GetUtcNow() + options.Value.CoolingOff).ToUnixTimeMilliseconds()), ("now", Now)),
            decided => Record(session, decided, AuditEvents.SupportApproved), cancellationToken) is not null;

    /// <summary>Declines.</summary>
    public async Task<bool> DeclineAsync(StaffSession session, Guid request, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RequestStatements.Decline, Decided.Of, ("id", request), ("by", session.Staff.Id)),
        decided => Record(session, decided, AuditEvents.SupportDeclined), cancellationToken) is not null;

    /// <summary>Whether the link in a message still stops something.</summary>
    public async Task<bool> CanStopAsync(string token, CancellationToken cancellationToken) => await database.ReadAsync(
        read => read.FirstAsync(RequestStatements.Stoppable, row => row.GetInt32(0), ("stop", SupportActions.Hash(token))), cancellationToken) == 1;

    /// <summary>Stops it, by the link that every contact of the citizen was sent. It needs no signing in, since it only takes away.</summary>
    public async Task<bool> StopAsync(string token, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RequestStatements.Stop, Decided.Of, ("stop", SupportActions.Hash(token))),
        stopped => stopped is null ? Recorded.Nothing : Recorded.All(
        [
            Recorded.Of(Entry(AuditSubject.Account(stopped.Account), AuditEvents.SupportStopped, stopped.Action), new Notice(stopped.Account, SupportMessages.ChangeStopped) { To = NoticeAudience.EverywhereAndFormer }),
            Recorded.Of(Entry(AuditSubject.Staff(stopped.RequestedBy), AuditEvents.SupportStopped, stopped.Action)),
        ]), cancellationToken) is not null;

    /// <summary>Does what was agreed on and whose time has come.</summary>
    /// <returns>How many were done.</returns>
    public async Task<int> ExecuteDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(read => read.ListAsync(RequestStatements.Due, row => row.GetGuid(0), ("now", Now)), cancellationToken);
        var done = 0;
        foreach (var request in due)
            done += await ExecuteAsync(request, cancellationToken) ? 1 : 0;
        return done;
    }

    private async Task<bool> ExecuteAsync(Guid request, CancellationToken cancellationToken) => await ledger.RecordAsync(async write =>
    {
        // Taken and done in one transaction, so that it is done once, and never after the citizen's word.
        if (await write.FirstAsync(RequestStatements.Take, Taken.Of, ("id", request), ("now", Now)) is not { } taken)
            return null;
        return taken with { Changed = await ActionEffects.ApplyAsync(write, taken.Account, taken.Action, taken.Target, Now) };
    }, taken => taken is null ? Recorded.Nothing : Executed(taken), cancellationToken) is { Changed: true };

    private static Recorded Executed(Taken taken)
    {
        var action = taken.Action.ToString();
        var notices = taken.Changed ? new[] { new Notice(taken.Account, SupportMessages.ChangeMade) { To = NoticeAudience.EverywhereAndFormer } } : [];
        return new(
            [
                Entry(AuditSubject.Account(taken.Account), AuditEvents.SupportExecuted, action),
                Entry(AuditSubject.Staff(taken.RequestedBy), AuditEvents.SupportExecuted, action),
                Entry(AuditSubject.Staff(taken.Approver), AuditEvents.SupportExecuted, action),
            ], [])
        { Notices = notices };
    }

    private static Recorded Record(StaffSession session, Decided? decided, string happened) => decided is null
        ? Recorded.Nothing
        : Recorded.All(
        [
            SupportRecords.Of(session.Staff, decided.Account, happened, null, ("action", decided.Action)),
            Recorded.Of(Entry(AuditSubject.Staff(decided.RequestedBy), happened, decided.Action) with { Actor = session.Staff.Subject.Value }),
        ]);

    private static AuditEntry Entry(AuditSubject subject, string happened, string action) =>
        new(subject, happened) { Details = new Dictionary<string, string> { ["action"] = action } };

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
