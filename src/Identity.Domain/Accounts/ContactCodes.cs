using System.Data.Common;
using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

/// <summary>The table of codes sent.</summary>
internal static class ContactCodes
{
    public static readonly Statement Prune = Expiry.Batch("contact_codes", "id", "expires_at");

    public static readonly Statement Insert = new("contact-codes.insert",
        """
        INSERT INTO contact_codes (id, proof, destination, code_hash, attempts, created_at, expires_at)
        VALUES (@id, @proof, @destination, @hash, 0, @now, @expires)
        """);

    public static readonly Statement SentSince = new("contact-codes.sent-since",
        "SELECT created_at FROM contact_codes WHERE destination = @destination AND created_at > @since");

    /// <summary>Counts an attempt against every code that still works, before any is compared: of two requests one waits.</summary>
    public static readonly Statement Attempt = new("contact-codes.attempt",
        """
        UPDATE contact_codes SET attempts = attempts + 1
        WHERE proof = @proof AND used_at IS NULL AND expires_at > @now AND attempts < @most
        RETURNING id, code_hash, attempts
        """);

    /// <summary>One right code uses up all of its proof.</summary>
    public static readonly Statement Use = new("contact-codes.use",
        "UPDATE contact_codes SET used_at = @now WHERE proof = @proof AND used_at IS NULL");

    public static readonly Statement Last = new("contact-codes.last",
        "SELECT attempts, used_at FROM contact_codes WHERE proof = @proof ORDER BY created_at DESC, id DESC LIMIT 1");

    public sealed record Live(Guid Id, byte[] CodeHash, int Attempts)
    {
        public static Live Of(DbDataReader row) => new(row.GetGuid(0), (byte[])row[1], row.GetInt32(2));
    }

    public sealed record Spent(int Attempts, bool IsUsed)
    {
        public static Spent Of(DbDataReader row) => new(row.GetInt32(0), !row.IsDBNull(1));
    }
}
