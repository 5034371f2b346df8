using Identity.Domain.Storage;

namespace Identity.Domain.Sessions;

internal static class SessionStatements
{
    public static readonly Statement Insert = new("sessions.insert",
        """
        INSERT INTO sessions (id, key_hash, account_id, created_at, proofs, device, last_used_at, expires_at)
        VALUES (@id, @key, @account, @now, @proofs, @device, @now, @expires)
        """);

    /// <summary>A session begun in the moment in which its account was held opens nothing either.</summary>
    public static readonly Statement Find = new("sessions.find",
        """
        SELECT id, account_id, proofs, expires_at, last_used_at FROM sessions
        WHERE key_hash = @key AND ended_at IS NULL AND expires_at > @now AND last_used_at > @idle
            AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = sessions.account_id AND held_at IS NOT NULL)
        """);

    /// <summary>With another key: whoever held the old one has not proved what was just proved.</summary>
    public static readonly Statement Confirm = new("sessions.confirm",
        "UPDATE sessions SET key_hash = @key, proofs = @proofs, last_used_at = @now WHERE id = @id AND ended_at IS NULL AND expires_at > @now");

    public static readonly Statement Touch = new("sessions.touch",
        "UPDATE sessions SET last_used_at = @now WHERE id = @id AND last_used_at < @now");

    public static readonly Statement ListOfAccount = new("sessions.list-of-account",
        """
        SELECT id, device, created_at, last_used_at FROM sessions
        WHERE account_id = @account AND ended_at IS NULL AND expires_at > @now AND last_used_at > @idle
        ORDER BY last_used_at DESC, id DESC LIMIT 100
        """);

    /// <summary>Rows outlive their end by a day, for whoever asks what happened.</summary>
    public static readonly Statement Prune = Expiry.Batch("sessions", "id", "expires_at");
}
