using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Holds;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Actions;

/// <summary>
/// The second pair of eyes: agrees or declines what a colleague asked for. <see cref="AgreedChanges"/> does it after a while.
/// Safe for concurrent use.
/// </summary>
public sealed class SecondEyes(Ledger ledger, StaffSessions sessions, SupportHolds holds, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>Agrees.</summary>
    /// <returns>False when it is not theirs to decide, is decided, or waits no more.</returns>
    public async Task<bool> ApproveAsync(StaffSession session, Guid request, CancellationToken cancellationToken) =>
        session.May(Permission.Approve) && sessions.IsFresh(session) && await ledger.RecordAsync(
            write => ApproveAsync(write, session, request), decided => Record(session, decided, AuditEvents.SupportApproved), cancellationToken) is not null;

    /// <summary>Declines.</summary>
    public async Task<bool> DeclineAsync(StaffSession session, Guid request, CancellationToken cancellationToken) => await ledger.RecordAsync(
        write => write.FirstAsync(RequestStatements.Decline, DecidedRequest.Of, ("id", request), ("by", session.Staff.Id)),
        decided => Record(session, decided, AuditEvents.SupportDeclined), cancellationToken) is not null;

    private async ValueTask<DecidedRequest?> ApproveAsync(IStatements write, StaffSession session, Guid request)
    {
        var decided = await write.FirstAsync(RequestStatements.Approve, DecidedRequest.Of, ("id", request), ("by", session.Staff.Id), ("role", session.Staff.Role),
            ("due", (clock.GetUtcNow() + options.Value.CoolingOff).ToUnixTimeMilliseconds()), ("closing", holds.ClosingEnd.ToUnixTimeMilliseconds()), ("now", Now));
        if (decided?.Action != nameof(SupportAction.Close) || await holds.CloseAsync(write, decided.Account))
            return decided;
        // Somebody else holds it by now, and whoever ended that would end this.
        await write.ExecuteAsync(RequestStatements.Close, ("id", request));
        return null;
    }

    private Recorded Record(StaffSession session, DecidedRequest? decided, string happened) => decided is null
        ? Recorded.Nothing
        : Recorded.All(
        [
            SupportRecords.With(session.Staff, decided.Account, happened, null, Told(decided, happened), ("action", decided.Action)),
            Recorded.Of(AgreedChanges.Entry(AuditSubject.Staff(decided.RequestedBy), happened, decided.Action) with { Actor = session.Staff.Subject.Value }),
        ]);

    private IReadOnlyList<Notice> Told(DecidedRequest decided, string happened) => happened == AuditEvents.SupportApproved && decided.Action == nameof(SupportAction.Close)
        ? [new(decided.Account, SupportMessages.Closing) { To = NoticeAudience.EverywhereAndFormer, Values = new Dictionary<string, string> { ["when"] = SupportHolds.Moment(holds.ClosingEnd) } }]
        : [];

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
