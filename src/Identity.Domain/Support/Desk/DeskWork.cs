using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Desk;

/// <summary>
/// S11: a practitioner, pharmacist or librarian types the code of whoever stands before them, and sees what was claimed. Every
/// use stands on the chains of both; codes that lead to nobody are counted. What they then say is taken by
/// <see cref="DeskDecisions"/>. Safe for concurrent use.
/// </summary>
public sealed class DeskWork(Ledger ledger, DeskCodes codes, DeskRules rules, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>How long what a code opened stays open.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Takes a code.</summary>
    /// <returns><see cref="DeskOutcome.Opened"/>, <see cref="DeskOutcome.Unknown"/>, <see cref="DeskOutcome.Refused"/> or <see cref="DeskOutcome.TooMany"/>.</returns>
    public async Task<DeskOutcome> OpenAsync(StaffSession session, string? code, CancellationToken cancellationToken)
    {
        if (!session.May(Permission.Desk))
            return new DeskOutcome.Unknown();
        var found = await codes.FindAsync(code, cancellationToken);
        return await ledger.RecordAsync(write => OpenAsync(write, session, found), outcome => outcome switch
        {
            DeskOutcome.Opened when found is not null => SupportRecords.Of(session.Staff, found.Account, AuditEvents.DeskOpened, null, ("subject", found.Subject.ToString())),
            DeskOutcome.Refused(var conflict) when found is not null => SupportRecords.Of(session.Staff, found.Account, AuditEvents.DeskRefused, null, ("conflict", conflict.ToString())),
            DeskOutcome.Unknown => SupportRecords.Of(session.Staff, null, AuditEvents.DeskFoundNone, null),
            _ => Recorded.Nothing,
        }, cancellationToken);
    }

    private async ValueTask<DeskOutcome> OpenAsync(IStatements write, StaffSession session, DeskCase? found)
    {
        var now = clock.GetUtcNow();
        // Of many codes typed at once, each waits for the one before to be counted.
        await write.FirstAsync(LookupStatements.Lock, row => row.GetGuid(0), ("staff", session.Staff.Id));
        var wrong = await write.ListAsync(DeskStatements.Wrong, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("staff", session.Staff.Id), ("since", (now - Day).ToUnixTimeMilliseconds()));
        if (new WindowPolicy(options.Value.DeskWrongCodes, Day).Decide(wrong, now) is LimitDecision.RetryAt(var time))
            return new DeskOutcome.TooMany(time);

        var id = Guid.CreateVersion7(now);
        var conflict = found is null ? null : await rules.FindAsync(write, session, found, null);
        await write.ExecuteAsync(DeskStatements.Insert, ("id", id), ("staff", session.Staff.Id), ("account", found?.Account), ("subject", found?.Subject.ToString()),
            ("subject_id", found?.SubjectId), ("version", found?.Version ?? 0), ("result", (found, conflict) switch { (null, _) => "Wrong", (_, null) => "Open", _ => "Refused" }),
            ("now", now.ToUnixTimeMilliseconds()), ("until", (now + Open).ToUnixTimeMilliseconds()));
        return found is null ? new DeskOutcome.Unknown() : conflict is { } why ? new DeskOutcome.Refused(why) : new DeskOutcome.Opened(id);
    }
}
