using Identity.Domain.Storage;

namespace Identity.Domain.Verification.Record;

internal static class RecordStatements
{
    public static readonly Statement PruneEvidence = Expiry.Batch("evidence", "id", "ends_at");

    public static readonly Statement PruneMarks = Expiry.Batch("identity_marks", "evidence_id", "ends_at");

    public static readonly Statement PruneIndicators = Expiry.Batch("contra_indicators", "id", "ends_at");

    public static readonly Statement PruneMitigations = Expiry.Batch("mitigations", "id", "ends_at");

    /// <summary>Of two that add evidence to one account, the second sees what the first added. SQLite's one writer needs no lock.</summary>
    public static readonly Statement Lock = new("evidence.lock",
        "SELECT id FROM accounts WHERE id = @account",
        "SELECT id FROM accounts WHERE id = @account FOR UPDATE");

    public static readonly Statement List = new("evidence.list",
        """
        SELECT id, verifier, type, kind, piece, strength, validity, activity, fraud, verification, sealed, added_at, expires_at, revoked_at
        FROM evidence WHERE account_id = @account ORDER BY added_at, id
        """);

    public static readonly Statement Insert = new("evidence.insert",
        """
        INSERT INTO evidence (id, account_id, verifier, type, kind, piece, strength, validity, activity, fraud, verification, sealed, added_at, expires_at, ends_at, remind_at)
        VALUES (@id, @account, @verifier, @type, @kind, @piece, @strength, @validity, @activity, @fraud, @verification, @sealed, @now, @expires, @ends, @now)
        """);

    public static readonly Statement ToRemind = new("evidence.to-remind", "SELECT DISTINCT account_id FROM evidence WHERE remind_at <= @now LIMIT 100");

    public static readonly Statement ToRemindOf = new("evidence.to-remind-of", "SELECT id, remind_at FROM evidence WHERE account_id = @account AND remind_at <= @now");

    public static readonly Statement Remind = new("evidence.remind", "UPDATE evidence SET remind_at = @next WHERE id = @id");

    public static readonly Statement Revoke = new("evidence.revoke",
        "UPDATE evidence SET revoked_at = @now, ends_at = @now, remind_at = NULL WHERE id = @id AND account_id = @account AND revoked_at IS NULL RETURNING kind");

    public static readonly Statement Mark = new("identity-marks.insert",
        "INSERT INTO identity_marks (mark, evidence_id, account_id, ends_at) VALUES (@mark, @id, @account, @ends)");

    public static readonly Statement Elsewhere = new("identity-marks.elsewhere",
        "SELECT DISTINCT account_id FROM identity_marks WHERE mark = @mark AND account_id <> @account AND ends_at > @now");

    public static readonly Statement Unmark = new("identity-marks.delete", "DELETE FROM identity_marks WHERE evidence_id = @id");

    public static readonly Statement Indicators = new("contra-indicators.list",
        "SELECT id, code, found_at, relieved FROM contra_indicators WHERE account_id = @account ORDER BY found_at, id");

    public static readonly Statement Indicate = new("contra-indicators.insert",
        """
        INSERT INTO contra_indicators (id, account_id, code, found_by, found_at, found_txn, relieved, ends_at)
        VALUES (@id, @account, @code, @by, @at, @transaction, 0, @ends)
        """);

    public static readonly Statement Relieve = new("contra-indicators.relieve",
        "UPDATE contra_indicators SET relieved = @weight WHERE id = @id AND account_id = @account AND relieved < @weight RETURNING ends_at");

    public static readonly Statement Mitigate = new("mitigations.insert",
        """
        INSERT INTO mitigations (id, indicator_id, account_id, made_by, weight, at, ends_at)
        VALUES (@id, @indicator, @account, @by, @weight, @now, @ends)
        """);
}
