using Identity.Domain.Storage;

namespace Identity.Domain.Notifications;

internal static class OutboxStatements
{
    public static readonly Statement Insert = new("outbox.insert",
        "INSERT INTO outbox (id, account_id, sealed, due_at, expires_at, attempts) VALUES (@id, @account, @sealed, @due, @expires, 0)");

    /// <summary>Takes what is due for a while, so that two nodes do not send one message at the same time.</summary>
    public static readonly Statement Lease = new("outbox.lease",
        sqlite: """
            UPDATE outbox SET due_at = @until, attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox WHERE due_at <= @now ORDER BY due_at LIMIT 20)
            RETURNING id, sealed, expires_at, attempts, handed_at
            """,
        postgres: """
            UPDATE outbox SET due_at = @until, attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox WHERE due_at <= @now ORDER BY due_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING id, sealed, expires_at, attempts, handed_at
            """);

    public static readonly Statement AnyDue = new("outbox.any-due", "SELECT 1 FROM outbox WHERE due_at <= @now LIMIT 1");

    /// <summary>Ids begin with the time at which they were made.</summary>
    public static readonly Statement Oldest = new("outbox.oldest", "SELECT id FROM outbox ORDER BY id LIMIT 1");

    public static readonly Statement Delete = new("outbox.delete", "DELETE FROM outbox WHERE id = @id");

    /// <summary>It stays until its time is over, for whoever says later that it did not arrive.</summary>
    public static readonly Statement Hand = new("outbox.hand", "UPDATE outbox SET handed_at = @now, due_at = expires_at WHERE id = @id");

    public static readonly Statement Reroute = new("outbox.reroute",
        "UPDATE outbox SET sealed = @sealed, due_at = @due, attempts = 0, handed_at = NULL, failed_at = NULL WHERE id = @id");

    public static readonly Statement Handed = new("outbox.handed", "SELECT sealed FROM outbox WHERE id = @id AND handed_at IS NOT NULL");

    /// <summary>It stays until its time is over, for whoever asks where it is.</summary>
    public static readonly Statement Fail = new("outbox.fail", "UPDATE outbox SET failed_at = @now, handed_at = NULL, due_at = expires_at WHERE id = @id");

    public static readonly Statement Unsent = new("outbox.unsent",
        "SELECT id, sealed, failed_at FROM outbox WHERE account_id = @account AND handed_at IS NULL AND expires_at > @now ORDER BY id DESC LIMIT 10");

    public static readonly Statement Postpone = new("outbox.postpone", "UPDATE outbox SET due_at = @due WHERE id = @id");
}
