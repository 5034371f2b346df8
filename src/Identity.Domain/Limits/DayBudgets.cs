using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Storage;

namespace Identity.Domain.Limits;

/// <summary>
/// So many a day (UTC) of what costs money or patience, whichever node spends it. Keys are HMACs, so that the table names
/// nobody. A budget is full again at midnight, which is when a caller is told to come back.
/// </summary>
public sealed class DayBudgets(InstanceSecrets secrets, TimeProvider clock)
{
    internal static readonly Statement Prune = Expiry.Batch("day_budgets", "key", "ends_at");

    // Of two that take the last one, the second finds it gone.
    private static readonly Statement Spend = new("day-budgets.spend",
        """
        INSERT INTO day_budgets (key, used, ends_at) VALUES (@key, 1, @ends)
        ON CONFLICT (key) DO UPDATE SET used = day_budgets.used + 1 WHERE day_budgets.used < @most
        """);

    /// <summary>Takes one.</summary>
    /// <param name="write">The transaction of what is paid for.</param>
    /// <param name="scope">What it is spent on.</param>
    /// <param name="of">Whose budget it is.</param>
    /// <param name="most">How many a day holds.</param>
    internal async ValueTask<LimitDecision> SpendAsync(IStatements write, string scope, string of, int most)
    {
        var day = clock.GetUtcNow().UtcDateTime.Date;
        var ends = new DateTimeOffset(day.AddDays(1), TimeSpan.Zero);
        var key = HMACSHA256.HashData(secrets.Get("day-budgets"), Encoding.UTF8.GetBytes($"{scope}\0{of}\0{ends.ToUnixTimeSeconds()}"));
        return most > 0 && await write.ExecuteAsync(Spend, ("key", key), ("ends", ends.ToUnixTimeMilliseconds()), ("most", most)) == 1
            ? new LimitDecision.Allowed()
            : new LimitDecision.RetryAt(ends);
    }
}
