using System.Data.Common;
using Identity.Domain.Storage;

namespace Identity.Domain.Limits;

/// <summary>The table of counts, which all nodes share.</summary>
internal static class AttemptCounters
{
    public static readonly Statement Prune = Expiry.Batch("attempt_counters", "key", "last_failure_at");

    private static readonly Statement Find = new("attempt-counters.find",
        "SELECT failures, last_failure_at, key FROM attempt_counters WHERE key IN (@first, @second)");

    private static readonly Statement Increment = new("attempt-counters.increment",
        """
        INSERT INTO attempt_counters (key, failures, last_failure_at) VALUES (@key, 1, @now)
        ON CONFLICT (key) DO UPDATE SET
            failures = CASE WHEN attempt_counters.last_failure_at <= @forgotten THEN 1 ELSE attempt_counters.failures + 1 END,
            last_failure_at = @now
        RETURNING failures, last_failure_at
        """);

    private static readonly Statement Clear = new("attempt-counters.clear", "DELETE FROM attempt_counters WHERE key = @key");

    /// <summary>The counts under one or two keys; a key that has none is not among them.</summary>
    public static ValueTask<IReadOnlyList<(byte[] Key, AttemptCount Count)>> FindAsync(IStatements read, byte[] first, byte[] second) =>
        read.ListAsync(Find, row => ((byte[])row[2], Count(row)), ("first", first), ("second", second));

    public static ValueTask<AttemptCount> IncrementAsync(IStatements write, byte[] key, AttemptPolicy policy, DateTimeOffset now) =>
        write.FirstAsync(Increment, Count, ("key", key), ("now", now.ToUnixTimeMilliseconds()),
            ("forgotten", (now - policy.ForgetAfter).ToUnixTimeMilliseconds()));

    public static ValueTask<int> ClearAsync(IStatements write, byte[] key) => write.ExecuteAsync(Clear, ("key", key));

    private static AttemptCount Count(DbDataReader row) =>
        new(row.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)));
}
