using Identity.Domain.Storage;

namespace Identity.Domain.Verification.Runs;

internal static class RunStatements
{
    private const string Columns = "id, account_id, verifier, status, sealed, version, reason, started_at, updated_at, expires_at, device_hash";

    public static readonly Statement Prune = Expiry.Batch("verifications", "id", "expires_at");

    public static readonly Statement Insert = new("verifications.insert",
        """
        INSERT INTO verifications (id, account_id, verifier, status, sealed, version, device_hash, busy_until, started_at, updated_at, expires_at)
        VALUES (@id, @account, @verifier, 'Running', @sealed, 1, @device, @busy, @now, @now, @expires)
        """);

    public static readonly Statement Find = new("verifications.find", $"SELECT {Columns} FROM verifications WHERE id = @id AND expires_at > @now");

    public static readonly Statement OfAccount = new("verifications.of-account",
        $"SELECT {Columns} FROM verifications WHERE account_id = @account AND expires_at > @now ORDER BY started_at DESC, id DESC LIMIT 100");

    public static readonly Statement OfCallback = new("verifications.of-callback",
        $"SELECT {Columns} FROM verifications WHERE callback_hash = @hash AND status = 'Running' AND expires_at > @now");

    public static readonly Statement OfHandle = new("verifications.of-handle",
        $"SELECT {Columns} FROM verifications WHERE handle_hash = @hash AND status = 'Running' AND expires_at > @now ORDER BY started_at LIMIT 2");

    public static readonly Statement Due = new("verifications.due",
        $"SELECT {Columns} FROM verifications WHERE look_at <= @now AND status = 'Running' AND expires_at > @now ORDER BY look_at LIMIT 100");

    public static readonly Statement ToRemind = new("verifications.to-remind",
        $"SELECT {Columns} FROM verifications WHERE remind_at <= @now AND status = 'Running' AND expires_at > @now ORDER BY remind_at LIMIT 100");

    /// <summary>Of two nodes that remind of one step, one.</summary>
    public static readonly Statement Remind = new("verifications.remind",
        "UPDATE verifications SET remind_at = @next WHERE id = @id AND version = @version AND remind_at <= @now AND status = 'Running'");

    /// <summary>Of two who answer one step, one. Whoever has it has so long until it is taken that their node is gone.</summary>
    public static readonly Statement Claim = new("verifications.claim",
        """
        UPDATE verifications SET version = version + 1, busy_until = @busy, callback_hash = NULL,
            look_at = CASE WHEN look_at IS NULL THEN NULL ELSE @busy END
        WHERE id = @id AND version = @version AND status = 'Running' AND (busy_until IS NULL OR busy_until <= @now)
        """);

    public static readonly Statement Step = new("verifications.step",
        """
        UPDATE verifications SET sealed = @sealed, busy_until = NULL, look_at = @look, remind_at = @remind, callback_hash = @callback, handle_hash = @handle, updated_at = @now,
            expires_at = CASE WHEN expires_at < @expires THEN @expires ELSE expires_at END
        WHERE id = @id AND version = @version AND status = 'Running'
        """);

    /// <summary>The verifier failed: the same step can be answered again.</summary>
    public static readonly Statement Free = new("verifications.free",
        "UPDATE verifications SET busy_until = NULL, look_at = @look WHERE id = @id AND version = @version AND status = 'Running'");

    public static readonly Statement End = new("verifications.end",
        """
        UPDATE verifications SET status = @status, reason = @reason, sealed = @sealed, busy_until = NULL, look_at = NULL, callback_hash = NULL, handle_hash = NULL,
            handoff_hash = NULL, device_hash = @device, updated_at = @now
        WHERE id = @id AND version = @version AND status = 'Running'
        """);

    public static readonly Statement Forget = new("verifications.forget", "DELETE FROM verifications WHERE id = @id AND status <> 'Running'");

    public static readonly Statement Cancel = new("verifications.cancel",
        """
        UPDATE verifications SET status = 'Cancelled', version = version + 1, busy_until = NULL, look_at = NULL, callback_hash = NULL, handle_hash = NULL,
            handoff_hash = NULL, device_hash = NULL, updated_at = @now
        WHERE id = @id AND account_id = @account AND status = 'Running' RETURNING verifier
        """);

    public static readonly Statement HandOff = new("verifications.hand-off",
        "UPDATE verifications SET handoff_hash = @hash, handoff_until = @until WHERE id = @id AND account_id = @account AND status = 'Running' AND expires_at > @now");

    public static readonly Statement TakeOver = new("verifications.take-over",
        """
        UPDATE verifications SET handoff_hash = NULL, handoff_until = NULL, device_hash = @device
        WHERE handoff_hash = @hash AND handoff_until > @now AND status = 'Running' AND expires_at > @now RETURNING id
        """);

    public static readonly Statement Close = new("verifier-closures.insert",
        "INSERT INTO verifier_closures (verifier, why, closed_at) VALUES (@verifier, @why, @now) ON CONFLICT (verifier) DO NOTHING");

    public static readonly Statement Closed = new("verifier-closures.list", "SELECT verifier FROM verifier_closures");

    public static readonly Statement Reopen = new("verifier-closures.delete", "DELETE FROM verifier_closures WHERE verifier = @verifier");
}
