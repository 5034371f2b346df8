using System.Diagnostics;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Domain.Support.Verification;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Domain.Support.Desk;

/// <summary>What a member of staff sees of whoever stands before them, and what they say of it. Safe for concurrent use.</summary>
public sealed class DeskDecisions(IDatabase database, Ledger ledger, DeskCodes codes, DeskRules rules, StaffSessions sessions, TimeProvider clock)
{
    private sealed record Opening(Guid Account, DeskSubject Subject, Guid SubjectId, int Version);

    /// <returns>What was claimed; null when the opening is over, used, or another's.</returns>
    public async Task<DeskFile?> FindAsync(StaffSession session, Guid opening, CancellationToken cancellationToken) =>
        (await CaseAsync(session, opening, cancellationToken))?.ToFile();

    /// <summary>Takes what they say, by a passkey that was used just now.</summary>
    /// <returns><see cref="DeskOutcome.Done"/>, <see cref="DeskOutcome.SecondNeeded"/>, <see cref="DeskOutcome.Refused"/>, <see cref="DeskOutcome.Unknown"/> or <see cref="DeskOutcome.Unavailable"/>.</returns>
    public async Task<DeskOutcome> DecideAsync(StaffSession session, Guid opening, DeskFinding finding, CancellationToken cancellationToken)
    {
        if (!session.May(Permission.Desk) || !sessions.IsFresh(session) || await CaseAsync(session, opening, cancellationToken) is not { } found)
            return new DeskOutcome.Unknown();
        var outcome = await ledger.RecordAsync(write => DecideAsync(write, session, opening, found, finding), decided => Record(session, found, finding, decided), cancellationToken);
        if (outcome is not DeskOutcome.Done || found.Subject is DeskSubject.Visit)
            return outcome;

        var delivered = await codes.DeliverAsync(found, session.Staff.Subject.Value, finding, cancellationToken);
        switch (delivered)
        {
            case RunOutcome.Went({ Status: RunStatus.Running, Step: VerificationStep.Wait }):
                return new DeskOutcome.SecondNeeded();
            case RunOutcome.Went({ Status: not RunStatus.Running }):
                return outcome;
            case RunOutcome.Failed or RunOutcome.NotOffered:
                await database.WriteAsync(write => write.ExecuteAsync(DeskStatements.Reopen, ("id", opening)), cancellationToken);
                return new DeskOutcome.Unavailable();
            default:
                // Its owner cancelled it, or took a new code, in between.
                return new DeskOutcome.Unknown();
        }
    }

    private async ValueTask<DeskOutcome> DecideAsync(IStatements write, StaffSession session, Guid opening, DeskCase found, DeskFinding finding)
    {
        await write.FirstAsync(LookupStatements.Lock, row => row.GetGuid(0), ("staff", session.Staff.Id));
        if (await rules.FindAsync(write, session, found, finding) is { } conflict)
            return new DeskOutcome.Refused(conflict);
        if (await write.ExecuteAsync(DeskStatements.Decide, ("id", opening), ("staff", session.Staff.Id), ("result", finding.GetType().Name), ("now", Now)) != 1)
            return new DeskOutcome.Unknown();
        if (found.Subject is DeskSubject.Proof)
            return new DeskOutcome.Done();
        var taken = finding is DeskFinding.Compared
            ? await write.ExecuteAsync(VisitStatements.Confirm, ("id", found.SubjectId), ("by", session.Staff.Id), ("now", Now))
            : await write.ExecuteAsync(VisitStatements.End, ("id", found.SubjectId), ("now", Now));
        return taken == 1 ? new DeskOutcome.Done() : new DeskOutcome.Unknown();
    }

    private static Recorded Record(StaffSession session, DeskCase found, DeskFinding finding, DeskOutcome outcome) => (outcome, finding) switch
    {
        (DeskOutcome.Refused(var conflict), _) => SupportRecords.Of(session.Staff, found.Account, AuditEvents.DeskRefused, null, ("conflict", conflict.ToString())),
        (not DeskOutcome.Done, _) => Recorded.Nothing,
        (_, DeskFinding.Compared compared) => SupportRecords.With(session.Staff, found.Account, AuditEvents.DeskCompared, null,
            found.Subject is DeskSubject.Visit ? [new Notice(found.Account, SupportMessages.VisitConfirmed) { To = NoticeAudience.EverywhereAndFormer }] : [],
            ("subject", found.Subject.ToString()), ("document", compared.Document.ToString())),
        (_, DeskFinding.Vouched vouched) => SupportRecords.Of(session.Staff, found.Account, AuditEvents.DeskVouched, vouched.How),
        (_, DeskFinding.Declined declined) => SupportRecords.Of(session.Staff, found.Account, AuditEvents.DeskDeclined, null, ("why", declined.Why.ToString())),
        _ => throw new UnreachableException(),
    };

    private async Task<DeskCase?> CaseAsync(StaffSession session, Guid opening, CancellationToken cancellationToken)
    {
        var open = await database.ReadAsync(read => read.FirstAsync(DeskStatements.Open,
            row => new Opening(row.GetGuid(0), Enum.Parse<DeskSubject>(row.GetString(1)), row.GetGuid(2), row.GetInt32(3)),
            ("id", opening), ("staff", session.Staff.Id), ("now", Now)), cancellationToken);
        return open is null ? null : await codes.AgainAsync(open.Subject, open.SubjectId, open.Version, open.Account, cancellationToken);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
