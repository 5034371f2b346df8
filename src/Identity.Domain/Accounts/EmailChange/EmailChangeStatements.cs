using Identity.Domain.Storage;

namespace Identity.Domain.Accounts.EmailChange;

internal static class EmailChangeStatements
{
    public static readonly Statement Find = new("email-changes.find", "SELECT email, effective_at FROM email_changes WHERE account_id = @account");

    /// <summary>Only while the session that asks is alive. A later wish replaces an earlier one, and waits anew.</summary>
    public static readonly Statement Ask = new("email-changes.ask",
        """
        INSERT INTO email_changes (account_id, email, email_key, asked_at, effective_at)
        SELECT @account, @email, @key, @now, @effective
        WHERE EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND account_id = @account AND ended_at IS NULL)
        ON CONFLICT (account_id) DO UPDATE SET email = @email, email_key = @key, asked_at = @now, effective_at = @effective
        """);

    /// <summary>What two of staff agreed on, whose wait is over already.</summary>
    public static readonly Statement Agreed = new("email-changes.agreed",
        """
        INSERT INTO email_changes (account_id, email, email_key, asked_at, effective_at) VALUES (@account, @email, @key, @now, @now)
        ON CONFLICT (account_id) DO UPDATE SET email = @email, email_key = @key, asked_at = @now, effective_at = @now
        """);

    public static readonly Statement Cancel = new("email-changes.cancel", "DELETE FROM email_changes WHERE account_id = @account");

    /// <summary>Of two nodes one takes it.</summary>
    public static readonly Statement TakeDue = new("email-changes.take-due",
        """
        DELETE FROM email_changes WHERE account_id IN (SELECT account_id FROM email_changes WHERE effective_at <= @now ORDER BY effective_at LIMIT 1)
        RETURNING account_id, email, email_key
        """);

    public static readonly Statement AnyDue = new("email-changes.any-due", "SELECT COUNT(*) FROM email_changes WHERE effective_at <= @now");

    /// <summary>Changes nothing when somebody has an account with that address by now.</summary>
    public static readonly Statement Change = new("email-changes.change",
        """
        UPDATE accounts SET email = @email, normalized_email = @key, email_confirmed = TRUE, email_unreachable_at = NULL,
            updated_at = @now, security_stamp = @stamp, concurrency_stamp = @stamp
        WHERE id = @account AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.normalized_email = @key AND other.id <> @account)
        """);
}
