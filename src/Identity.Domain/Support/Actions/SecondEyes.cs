using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Actions;

/// <summary>
/// The second pair of eyes: agrees or declines what a colleague asked for. <see cref="AgreedChanges"/> does it after a while.
/// Safe for concurrent use.
/// </summary>
public sealed class SecondEyes(IDatabase database, Ledger ledger, StaffSessions sessions, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>What waits for somebody.</summary>
    public Task<IReadOnlyList<DrawnRequest>> WaitingForAsync(StaffSession session, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(RequestStatements.Drawn, row => new DrawnRequest(row.GetGuid(0), Enum.Parse<SupportAction>(row.GetString(1)), row.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))), ("by", session.Staff.Id), ("now", Now)), cancellationToken);

    /// <summary>Agrees.</summary>
    /// <returns>False when it is not theirs to decide, is decided, or waits no more.</returns>
    public async Task<bool> ApproveAsync(StaffSession session, Guid request, CancellationToken cancellationToken) =>
        session.May(Permission.Approve) && sessions.IsFresh(session) && await ledger.RecordAsync(
            write => write.FirstAsync(RequestStatements.Approve, DecidedRequest.Of, ("id", request), ("by", session.Staff.Id), ("role", session.Staff.Role),
                ("due", (clock.GetUtcNow() + options.Value.CoolingOff).ToUnixTimeMilliseconds()), ("now", Now)),
            decided => Record(session, decided, AuditEvents.SupportApproved), cancellationToken) is not null;

    /// <summary>Declines.</summary>
    public async Task<bool> DeclineAsync(StaffSession session, Guid request, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RequestStatements.Decline, DecidedRequest.Of, ("id", request), ("by", session.Staff.Id)),
        decided => Record(session, decided, AuditEvents.SupportDeclined), cancellationToken) is not null;

    private static Recorded Record(StaffSession session, DecidedRequest? decided, string happened) => decided is null
        ? Recorded.Nothing
        : Recorded.All(
        [
            SupportRecords.Of(session.Staff, decided.Account, happened, null, ("action", decided.Action)),
            Recorded.Of(AgreedChanges.Entry(AuditSubject.Staff(decided.RequestedBy), happened, decided.Action) with { Actor = session.Staff.Subject.Value }),
        ]);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
