using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;

namespace Identity.Domain.Support.Actions;

/// <summary>A request as somebody decided it.</summary>
internal sealed record DecidedRequest(Guid Account, string Action, Guid RequestedBy, Guid Id)
{
    public static DecidedRequest Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetGuid(3));
}

/// <summary>A request whose time has come.</summary>
internal sealed record TakenRequest(Guid Id, Guid Account, SupportAction Action, Guid? Target, Guid RequestedBy, Guid Approver)
{
    public static TakenRequest Of(DbDataReader row) =>
        new(row.GetGuid(5), row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetGuid(3), row.GetGuid(4));
}

/// <summary>
/// What two people agreed on is done after a while, unless the citizen stops it. Of a citizen and a colleague who decide at the
/// same moment, the citizen wins. Safe for concurrent use.
/// </summary>
public sealed class AgreedChanges(IDatabase database, Ledger ledger, AgreedEffects effects, TimeProvider clock)
{
    private static readonly TimeSpan Stoppable = TimeSpan.FromDays(7);

    private sealed record Done(TakenRequest Taken, Recorded? Effect);

    private sealed record Undone(DecidedRequest Stopped, Recorded Effect);

    /// <summary>Whether the link in a message still stops something.</summary>
    public async Task<bool> CanStopAsync(string token, CancellationToken cancellationToken) => await database.ReadAsync(
        read => read.FirstAsync(RequestStatements.Stoppable, row => row.GetInt32(0), ("stop", ChangeRequests.Hash(token)), ("recently", Recently)), cancellationToken) == 1;

    /// <summary>Stops it, by the link that every contact of the citizen was sent. It needs no signing in, since it only takes away.</summary>
    public async Task<bool> StopAsync(string token, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write => await write.FirstAsync(RequestStatements.Stop, DecidedRequest.Of, ("stop", ChangeRequests.Hash(token)), ("recently", Recently)) is { } stopped
            ? new Undone(stopped, await effects.UndoAsync(write, stopped))
            : null,
        undone => undone is null ? Recorded.Nothing : Recorded.All([undone.Effect, Stopped(undone.Stopped)]), cancellationToken) is not null;

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

    // Taken and done in one transaction, so that it is done once, and never after the citizen's word.
    private async Task<bool> ExecuteAsync(Guid request, CancellationToken cancellationToken) => await ledger.RecordAsync(
        async write => await write.FirstAsync(RequestStatements.Take, TakenRequest.Of, ("id", request), ("now", Now)) is { } taken
            ? new Done(taken, await effects.ApplyAsync(write, taken))
            : null,
        done => done is null ? Recorded.Nothing : Recorded.All([done.Effect ?? Recorded.Nothing, Executed(done.Taken)]), cancellationToken) is { Effect: not null };

    private static Recorded Stopped(DecidedRequest stopped) => Recorded.All(
    [
        Recorded.Of(Entry(AuditSubject.Account(stopped.Account), AuditEvents.SupportStopped, stopped.Action), new Notice(stopped.Account, SupportMessages.ChangeStopped) { To = NoticeAudience.EverywhereAndFormer }),
        Recorded.Of(Entry(AuditSubject.Staff(stopped.RequestedBy), AuditEvents.SupportStopped, stopped.Action)),
    ]);

    private static Recorded Executed(TakenRequest taken) => new(
    [
        Entry(AuditSubject.Account(taken.Account), AuditEvents.SupportExecuted, taken.Action.ToString()),
        Entry(AuditSubject.Staff(taken.RequestedBy), AuditEvents.SupportExecuted, taken.Action.ToString()),
        Entry(AuditSubject.Staff(taken.Approver), AuditEvents.SupportExecuted, taken.Action.ToString()),
    ], []);

    internal static AuditEntry Entry(AuditSubject subject, string happened, string action) =>
        new(subject, happened) { Details = new Dictionary<string, string> { ["action"] = action } };

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long Recently => (clock.GetUtcNow() - Stoppable).ToUnixTimeMilliseconds();
}
