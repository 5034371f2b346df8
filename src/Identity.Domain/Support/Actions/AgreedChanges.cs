using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Recovery;
using Identity.Domain.Storage;

namespace Identity.Domain.Support.Actions;

/// <summary>A request as somebody decided it.</summary>
internal sealed record DecidedRequest(Guid Account, string Action, Guid RequestedBy)
{
    public static DecidedRequest Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetGuid(2));
}

/// <summary>
/// What two people agreed on is done after a while, unless the citizen stops it. Of a citizen and a colleague who decide at the
/// same moment, the citizen wins. Safe for concurrent use.
/// </summary>
public sealed class AgreedChanges(IDatabase database, Ledger ledger, Recoveries recoveries, TimeProvider clock)
{
    private static readonly TimeSpan Stoppable = TimeSpan.FromDays(7);

    private sealed record Taken(Guid Account, SupportAction Action, Guid? Target, Guid RequestedBy, Guid Approver, bool Changed)
    {
        public static Taken Of(DbDataReader row) => new(row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), false);
    }

    /// <summary>Whether the link in a message still stops something.</summary>
    public async Task<bool> CanStopAsync(string token, CancellationToken cancellationToken) => await database.ReadAsync(
        read => read.FirstAsync(RequestStatements.Stoppable, row => row.GetInt32(0), ("stop", SupportActions.Hash(token)), ("recently", Recently)), cancellationToken) == 1;

    /// <summary>Stops it, by the link that every contact of the citizen was sent. It needs no signing in, since it only takes away.</summary>
    public async Task<bool> StopAsync(string token, CancellationToken cancellationToken)
    {
        var stopped = await ledger.RecordAsync(
            write => write.FirstAsync(RequestStatements.Stop, DecidedRequest.Of, ("stop", SupportActions.Hash(token)), ("recently", Recently)),
            found => found is null ? Recorded.Nothing : Stopped(found), cancellationToken);
        if (stopped?.Action == nameof(SupportAction.StartRecovery))
            await recoveries.CancelAsync(stopped.Account, AuditSubject.Account(stopped.Account).Value, cancellationToken);
        return stopped is not null;
    }

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

    private async Task<bool> ExecuteAsync(Guid request, CancellationToken cancellationToken)
    {
        var done = await ledger.RecordAsync(async write =>
        {
            // Taken and done in one transaction, so that it is done once, and never after the citizen's word.
            if (await write.FirstAsync(RequestStatements.Take, Taken.Of, ("id", request), ("now", Now)) is not { } taken)
                return null;
            return taken with { Changed = await ActionEffects.ApplyAsync(write, taken.Account, taken.Action, taken.Target, Now) };
        }, taken => taken is null ? Recorded.Nothing : Executed(taken), cancellationToken);
        // After it, since the way back is a change of its own. Should the node die between, nothing has opened, and staff ask again.
        if (done is { Action: SupportAction.StartRecovery })
            await recoveries.AllowAsync(done.Account, LostThing.Everything, cancellationToken);
        return done is { Changed: true };
    }

    private static Recorded Stopped(DecidedRequest stopped) => Recorded.All(
    [
        Recorded.Of(Entry(AuditSubject.Account(stopped.Account), AuditEvents.SupportStopped, stopped.Action), new Notice(stopped.Account, SupportMessages.ChangeStopped) { To = NoticeAudience.EverywhereAndFormer }),
        Recorded.Of(Entry(AuditSubject.Staff(stopped.RequestedBy), AuditEvents.SupportStopped, stopped.Action)),
    ]);

    private static Recorded Executed(Taken taken)
    {
        var action = taken.Action.ToString();
        var notices = taken is { Changed: true, Action: not SupportAction.StartRecovery } ? new[] { new Notice(taken.Account, SupportMessages.ChangeMade) { To = NoticeAudience.EverywhereAndFormer } } : [];
        return new(
            [
                Entry(AuditSubject.Account(taken.Account), AuditEvents.SupportExecuted, action),
                Entry(AuditSubject.Staff(taken.RequestedBy), AuditEvents.SupportExecuted, action),
                Entry(AuditSubject.Staff(taken.Approver), AuditEvents.SupportExecuted, action),
            ], [])
        { Notices = notices };
    }

    internal static AuditEntry Entry(AuditSubject subject, string happened, string action) =>
        new(subject, happened) { Details = new Dictionary<string, string> { ["action"] = action } };

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Recently => (clock.GetUtcNow() - Stoppable).ToUnixTimeMilliseconds();
}
