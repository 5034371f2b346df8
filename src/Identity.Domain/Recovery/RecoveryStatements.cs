using Identity.Domain.Storage;

namespace Identity.Domain.Recovery;

internal static class RecoveryStatements
{
    /// <summary>Rows outlive their end by a month, for whoever asks what happened.</summary>
    public static readonly Statement Prune = Expiry.Batch("recoveries", "id", "expires_at");

    public static readonly Statement Insert = new("recoveries.insert",
        """
        INSERT INTO recoveries (id, account_id, lost, proofs, started_at, ready_at, expires_at)
        VALUES (@id, @account, @lost, @proofs, @now, @ready, @expires)
        """);

    public static readonly Statement OfAccount = new("recoveries.of-account",
        """
        SELECT id, account_id, lost, proofs, started_at, ready_at, expires_at, ended_at, ending FROM recoveries
        WHERE account_id = @account AND started_at > @since ORDER BY ready_at, id
        """);

    public static readonly Statement Find = new("recoveries.find",
        "SELECT id, account_id, lost, proofs, started_at, ready_at, expires_at, ended_at, ending FROM recoveries WHERE id = @id");

    /// <summary>Of two that complete two ways back of one account, the second waits for the first rather than each for the other's. SQLite's one writer needs no lock.</summary>
    public static readonly Statement Lock = new("recoveries.lock",
        "SELECT id FROM accounts WHERE id = @account",
        "SELECT id FROM accounts WHERE id = @account FOR UPDATE");

    /// <summary>Once, and never after it was cancelled: of an owner who cancels and somebody who completes, one finds it ended.</summary>
    public static readonly Statement Complete = new("recoveries.complete",
        """
        UPDATE recoveries SET ended_at = @now, ending = 'Completed'
        WHERE id = @id AND ended_at IS NULL AND ready_at <= @now AND expires_at > @now
        """);

    public static readonly Statement EndAll = new("recoveries.end-all",
        "UPDATE recoveries SET ended_at = @now, ending = @ending WHERE account_id = @account AND ended_at IS NULL AND expires_at > @now");

    public static readonly Statement SetPassword = new("recoveries.set-password",
        "UPDATE accounts SET password_hash = @password, security_stamp = @stamp, concurrency_stamp = @stamp WHERE id = @account");

    /// <summary>What its owner had frozen; what others hold stays held.</summary>
    public static readonly Statement Thaw = new("recoveries.thaw",
        "UPDATE accounts SET held_at = NULL, hold_reason = NULL, concurrency_stamp = @stamp WHERE id = @account AND hold_reason = 'Request'");

    public static readonly Statement RemoveApp = new("recoveries.remove-app", "DELETE FROM authenticator_apps WHERE account_id = @account AND added_at > @since");

    public static readonly Statement RemoveCodes = new("recoveries.remove-codes", "DELETE FROM backup_codes WHERE account_id = @account");

    public static readonly Statement RemoveSheet = new("recoveries.remove-sheet", "DELETE FROM backup_code_sheets WHERE account_id = @account");

    /// <summary>Those that came after something its owner says was not them.</summary>
    public static readonly Statement RemovePasskeysSince = new("recoveries.remove-passkeys-since",
        "DELETE FROM passkeys WHERE account_id = @account AND created_at > @since");

    public static readonly Statement Holdings = new("recoveries.holdings",
        "SELECT email, address, hold_reason, (SELECT COUNT(*) FROM recovery_contacts WHERE account_id = accounts.id), (SELECT COUNT(*) FROM phones WHERE account_id = accounts.id) FROM accounts WHERE id = @account");
}
