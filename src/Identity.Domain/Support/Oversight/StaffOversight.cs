using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Staff;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Oversight;

/// <summary>Somebody whose looks of a day are more, miss more or come at other hours than is usual.</summary>
public sealed record UnusualLooks(string Sign, string Name, int Looks, int FoundNone, int AtOddHours);

/// <summary>What a member of staff did, as an auditor reads it.</summary>
public sealed record StaffRecord(string Sign, string Name, IReadOnlyList<AuditedEvent> Events);

/// <summary>
/// Watches those who watch: what is unusual of a day, what one of them did, and whether the record of it holds. Whoever reads a
/// colleague's record stands in it too.
/// </summary>
public sealed class StaffOversight(IDatabase database, Ledger ledger, AuditHistory history, AuditVerifier verifier, IOptions<SupportOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Statement Looks = new("support-looks.of-day",
        """
        SELECT staff.sign, staff.name, at, CASE WHEN support_looks.account_id IS NULL THEN 1 ELSE 0 END
        FROM support_looks JOIN staff ON staff.id = support_looks.staff_id WHERE at > @since
        """);

    private static readonly Statement BySign = new("staff.by-sign", "SELECT id, sign, name FROM staff WHERE sign = @sign");

    private sealed record Look(string Sign, string Name, DateTimeOffset At, bool FoundNone);

    /// <summary>Whoever crossed a threshold within the last day, the busiest first.</summary>
    public async Task<IReadOnlyList<UnusualLooks>> UnusualAsync(CancellationToken cancellationToken)
    {
        var looks = await database.ReadAsync(read => read.ListAsync(Looks, row => new Look(row.GetString(0), row.GetString(1),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetInt32(3) == 1), ("since", (clock.GetUtcNow() - Day).ToUnixTimeMilliseconds())), cancellationToken);
        return [.. looks.GroupBy(look => (look.Sign, look.Name))
            .Select(own => new UnusualLooks(own.Key.Sign, own.Key.Name, own.Count(), own.Count(look => look.FoundNone), own.Count(look => IsOdd(look.At))))
            .Where(own => own.Looks >= options.Value.AlertLooks || own.FoundNone >= options.Value.AlertMisses || own.AtOddHours > 0)
            .OrderByDescending(own => own.Looks)];
    }

    /// <summary>Reads what somebody did, who may have left since.</summary>
    /// <returns>Null when nobody has this sign.</returns>
    public async Task<StaffRecord?> ReadAsync(StaffSession reader, string sign, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(read => read.FirstAsync(BySign, row => (Id: (Guid?)row.GetGuid(0), Sign: row.GetString(1), Name: row.GetString(2)),
            ("sign", sign.Trim().ToUpperInvariant())), cancellationToken);
        if (found.Id is not { } id)
            return null;
        await ledger.RecordAsync(_ => ValueTask.FromResult(0), new Recorded(
        [
            new(reader.Staff.Subject, AuditEvents.StaffAudited) { Details = new Dictionary<string, string> { ["staff"] = id.ToString("D") } },
            .. reader.Staff.Id == id ? Array.Empty<AuditEntry>() : [new(AuditSubject.Staff(id), AuditEvents.StaffAudited) { Actor = reader.Staff.Subject.Value }],
        ], []), cancellationToken);
        return new StaffRecord(found.Sign, found.Name, await history.ListAsync(AuditSubject.Staff(id), "", cancellationToken));
    }

    /// <summary>Proves every chain and seal, as the verb does.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken cancellationToken) => verifier.VerifyAsync(cancellationToken);

    private bool IsOdd(DateTimeOffset at) => at.UtcDateTime.Hour < options.Value.WorkFrom || at.UtcDateTime.Hour >= options.Value.WorkUntil;
}
