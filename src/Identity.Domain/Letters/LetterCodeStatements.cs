using System.Data.Common;
using Identity.Domain.Storage;

namespace Identity.Domain.Letters;

internal static class LetterCodeStatements
{
    public static readonly Statement Prune = Expiry.Batch("letter_codes", "id", "expires_at");

    public static readonly Statement SentSince = new("letter-codes.sent-since",
        "SELECT created_at FROM letter_codes WHERE account_id = @account AND created_at > @since");

    public static readonly Statement Insert = new("letter-codes.insert",
        """
        INSERT INTO letter_codes (id, account_id, proof, code_hash, attempts, created_at, expires_at)
        VALUES (@id, @account, @proof, @hash, 0, @now, @expires)
        """);

    /// <summary>Counts an attempt against every code that still works, before any is compared: of two requests one waits.</summary>
    public static readonly Statement Attempt = new("letter-codes.attempt",
        """
        UPDATE letter_codes SET attempts = attempts + 1
        WHERE proof = @proof AND used_at IS NULL AND expires_at > @now AND (paused_until IS NULL OR paused_until <= @now)
        RETURNING id, code_hash, attempts
        """);

    public static readonly Statement Pause = new("letter-codes.pause",
        "UPDATE letter_codes SET paused_until = @until, attempts = 0 WHERE proof = @proof AND used_at IS NULL");

    public static readonly Statement Use = new("letter-codes.use", "UPDATE letter_codes SET used_at = @now WHERE proof = @proof AND used_at IS NULL");

    public static readonly Statement Last = new("letter-codes.last",
        "SELECT used_at, paused_until FROM letter_codes WHERE proof = @proof ORDER BY created_at DESC, id DESC LIMIT 1");

    public sealed record Live(Guid Id, byte[] CodeHash, int Attempts)
    {
        public static Live Of(DbDataReader row) => new(row.GetGuid(0), (byte[])row[1], row.GetInt32(2));
    }

    public sealed record Spent(bool IsUsed, long? PausedUntil)
    {
        public static Spent Of(DbDataReader row) => new(!row.IsDBNull(0), row.IsDBNull(1) ? null : row.GetInt64(1));
    }
}
