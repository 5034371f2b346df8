using System.Data.Common;
using Identity.Domain.Audit;
using Identity.Domain.Audit.Export;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;

namespace Identity.Domain.Support.Oversight;

/// <summary>An export that somebody asked for.</summary>
/// <param name="Id">The row.</param>
/// <param name="AskedBy">The sign of who asked.</param>
/// <param name="Subject">Whose chain.</param>
/// <param name="ExpiresAt">Until when it can be decided or, once approved, fetched.</param>
/// <param name="IsApproved">Whether it can be fetched.</param>
public sealed record AskedExport(Guid Id, string AskedBy, AuditSubject Subject, DateTimeOffset ExpiresAt, bool IsApproved)
{
    internal static AskedExport Of(DbDataReader row) => new(row.GetGuid(0), row.GetString(1), new(row.GetString(2)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetBoolean(4));
}

/// <summary>
/// Takes one chain out of the house, with its proof: one auditor asks, another agrees, neither about themselves. Whose chain it is
/// reads in it that it was taken. Safe for concurrent use.
/// </summary>
public sealed class RecordExports(IDatabase database, Ledger ledger, AuditExport export, StaffSessions sessions, TimeProvider clock)
{
    /// <summary>How long a request waits, and how long what was approved can be fetched.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int MostOpen = 20;

    /// <summary>What waits for this auditor's word.</summary>
    public Task<IReadOnlyList<AskedExport>> WaitingAsync(StaffSession session, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(ExportStatements.Waiting, AskedExport.Of, ("now", Now), ("by", session.Staff.Id), ("own", session.Staff.Subject.Value)), cancellationToken);

    /// <summary>What this auditor asked for, and nobody declined.</summary>
    public Task<IReadOnlyList<AskedExport>> OwnAsync(StaffSession session, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(ExportStatements.Own, AskedExport.Of, ("now", Now), ("by", session.Staff.Id)), cancellationToken);

    /// <summary>Asks for a chain.</summary>
    /// <returns>False without the right to, or with too many open.</returns>
    public async Task<bool> AskAsync(StaffSession session, AuditSubject subject, string words, CancellationToken cancellationToken) =>
        May(session) && await ledger.RecordAsync(
            write => write.ExecuteAsync(ExportStatements.Insert, ("id", Guid.CreateVersion7(clock.GetUtcNow())), ("by", session.Staff.Id), ("subject", subject.Value),
                ("now", Now), ("until", Until), ("approved", false), ("most", MostOpen)),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(session.Staff.Subject, AuditEvents.ExportAsked)
            {
                Details = new Dictionary<string, string> { ["subject"] = subject.Value },
                Personal = new Dictionary<string, string> { ["words"] = words },
            }), cancellationToken) > 0;

    /// <summary>Agrees or declines.</summary>
    /// <returns>False for one's own request or chain, and for what waits no more.</returns>
    public async Task<bool> DecideAsync(StaffSession session, Guid id, bool approve, CancellationToken cancellationToken)
    {
        var happened = approve ? AuditEvents.ExportApproved : AuditEvents.ExportDeclined;
        return May(session) && await ledger.RecordAsync(
            write => write.FirstAsync(ExportStatements.Decide, row => new Decided(row.GetGuid(0), row.GetString(1)), ("id", id), ("by", session.Staff.Id),
                ("own", session.Staff.Subject.Value), ("approved", approve), ("now", Now), ("until", Until)),
            decided => decided is null ? Recorded.Nothing : new Recorded(
            [
                Entry(session.Staff.Subject, happened, decided.Subject),
                Entry(AuditSubject.Staff(decided.AskedBy), happened, decided.Subject) with { Actor = session.Staff.Subject.Value },
            ], []), cancellationToken) is not null;
    }

    /// <summary>Writes what was approved, and into the chain itself that it was taken.</summary>
    /// <returns>False when it is not theirs, not approved, or over; nothing was written then.</returns>
    public async Task<bool> FetchAsync(StaffSession session, Guid id, TextWriter to, CancellationToken cancellationToken)
    {
        var subject = !May(session) ? null : await ledger.RecordAsync(
            write => write.FirstAsync(ExportStatements.Fetch, row => row.GetString(0), ("id", id), ("by", session.Staff.Id), ("now", Now)),
            found => found is null ? Recorded.Nothing : Taken(session.Staff, found), cancellationToken);
        if (subject is null)
            return false;
        await export.WriteAsync([new AuditSubject(subject)], to, cancellationToken);
        return true;
    }

    private sealed record Decided(Guid AskedBy, string Subject);

    private bool May(StaffSession session) => session.May(Permission.Audit) && sessions.IsFresh(session);

    private static Recorded Taken(StaffMember by, string subject) => subject == by.Subject.Value
        ? Recorded.Of(Entry(by.Subject, AuditEvents.Exported, subject))
        : new Recorded(
        [
            Entry(by.Subject, AuditEvents.Exported, subject),
            new(new AuditSubject(subject), AuditEvents.Exported) { Actor = by.Subject.Value, Details = new Dictionary<string, string> { ["agent"] = by.Sign } },
        ], []);

    private static AuditEntry Entry(AuditSubject chain, string happened, string subject) =>
        new(chain, happened) { Details = new Dictionary<string, string> { ["subject"] = subject } };

    private long Until => (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds();

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
