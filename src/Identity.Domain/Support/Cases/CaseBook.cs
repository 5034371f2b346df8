using System.Data.Common;
using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Cases;

/// <summary>The queue of open cases, and one of them with its checklist. Nothing here opens an account. Safe for concurrent use.</summary>
public sealed class CaseBook(IDatabase database, AuditHistory history, Outbox outbox, TimeProvider clock)
{
    /// <summary>Every open case, the soonest clock first.</summary>
    public async Task<IReadOnlyList<QueuedCase>> QueueAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(read => read.ListAsync(CaseStatements.Queue, Queued, ("now", Now)), cancellationToken);
        // More than one request may wait in a case; the first says enough.
        return [.. rows.DistinctBy(row => row.Reference)];
    }

    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseView?> FindAsync(StaffSession session, string typed, CancellationToken cancellationToken)
    {
        var reference = typed.ToUpperInvariant();
        if (await database.ReadAsync(read => read.FirstAsync(CaseStatements.Find, FoundCase.Of, ("reference", reference)), cancellationToken) is not { } found)
            return null;
        var events = await history.ListAsync(AuditSubject.Account(found.Account), "support.", cancellationToken);
        return await database.ReadAsync(async read => new CaseView
        {
            Reference = reference,
            Kind = found.Kind,
            OpenedAt = found.OpenedAt,
            DueAt = found.DueAt,
            IsOverdue = found.ClosedAt is null && found.DueAt <= clock.GetUtcNow(),
            Holder = found.HolderSign,
            IsTheirs = found.Holder == session.Staff.Id,
            ClosedAt = found.ClosedAt,
            Ending = found.Ending,
            CallerShownAt = events.Where(happened => happened.Event == AuditEvents.CallerConfirmed && happened.At > found.OpenedAt - AccountLookup.Open).Select(happened => (DateTimeOffset?)happened.At).Max(),
            IsEverybodyTold = (await outbox.UnsentAsync(read, found.Account)).Count == 0,
            Steps = await read.ListAsync(CaseStatements.Requests, Step, ("id", found.Id)),
            Notes = await NotesAsync(read, found.Account, events.Where(happened => happened.Detail("case") == reference)),
        }, cancellationToken);
    }

    /// <returns>The reference of the case of a look of theirs, or null.</returns>
    public async Task<string?> OfLookAsync(Guid look, CancellationToken cancellationToken) =>
        (await database.ReadAsync(read => CaseWork.OfLookAsync(read, look), cancellationToken))?.Reference;

    private static async ValueTask<IReadOnlyList<CaseNote>> NotesAsync(IStatements read, Guid account, IEnumerable<AuditedEvent> events)
    {
        var notes = (await read.ListAsync(CaseStatements.Notes, row => KeyValuePair.Create(row.GetInt64(0), row.GetString(1)), ("subject", AuditSubject.Account(account).Value))).ToDictionary();
        return [.. events.Where(happened => notes.ContainsKey(happened.Seq)).OrderBy(happened => happened.Seq).Select(happened => new CaseNote(happened.At, happened.Detail("agent") ?? "", notes[happened.Seq]))];
    }

    private QueuedCase Queued(DbDataReader row)
    {
        var (wait, of) = row.IsDBNull(5)
            ? row.IsDBNull(4) ? (CaseWait.Anybody, (string?)null) : (CaseWait.Holder, row.GetString(4))
            : row.GetString(5) == "Waiting" ? (CaseWait.Colleague, row.GetString(6)) : (CaseWait.Citizen, null);
        var due = Time(row.GetInt64(3));
        return new(row.GetString(0), Enum.Parse<CaseKind>(row.GetString(1)), Time(row.GetInt64(2)), due, wait, of, due <= clock.GetUtcNow());
    }

    private CaseStep Step(DbDataReader row) => new(Enum.Parse<SupportAction>(row.GetString(0)), row.GetString(1) switch
    {
        "Waiting" => Time(row.GetInt64(4)) > clock.GetUtcNow() ? CaseStepState.Waiting : CaseStepState.Expired,
        "Approved" => CaseStepState.CoolingOff,
        "Declined" => CaseStepState.Declined,
        "Stopped" => CaseStepState.Stopped,
        "Closed" => CaseStepState.Closed,
        "Done" => CaseStepState.Done,
        _ => throw new UnreachableException(),
    }, Time(row.GetInt64(2)), row.IsDBNull(3) ? null : Time(row.GetInt64(3)));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
