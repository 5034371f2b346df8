using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Oversight;

/// <summary>Somebody whose looks of a day are more, miss more or come at other hours than is usual.</summary>
public sealed record UnusualLooks(string Sign, string Name, int Looks, int FoundNone, int AtOddHours);

/// <summary>
/// Watches those who watch: what is unusual of a day, and whether the record of it holds.
/// </summary>
public sealed class StaffOversight(IDatabase database, AuditVerifier verifier, IOptions<SupportOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Statement Looks = new("support-looks.of-day",
        """
        SELECT staff.sign, staff.name, at, CASE WHEN support_looks.account_id IS NULL THEN 1 ELSE 0 END
        FROM support_looks JOIN staff ON staff.id = support_looks.staff_id WHERE at > @since
        """);

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

    /// <summary>Proves every chain and seal, as the verb does.</summary>
    public Task<AuditReport> VerifyAsync(CancellationToken cancellationToken) => verifier.VerifyAsync(cancellationToken);

    private bool IsOdd(DateTimeOffset at) => at.UtcDateTime.Hour < options.Value.WorkFrom || at.UtcDateTime.Hour >= options.Value.WorkUntil;
}
