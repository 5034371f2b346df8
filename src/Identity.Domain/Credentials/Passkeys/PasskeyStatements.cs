using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

internal static class PasskeyStatements
{
    // A session that was ended meanwhile changes nothing any more.
    private const string WhileSignedIn =
        "EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)";

    private const string SelectInfo =
        """
        SELECT credential_id, public_key, created_at, sign_count, transports, user_verified, backup_eligible, backed_up, nickname
        FROM passkeys WHERE account_id = @account
        """;

    /// <summary>Changes nothing when the credential is registered already, for whomever.</summary>
    public static readonly Statement Insert = new("passkeys.insert",
        """
        INSERT INTO passkeys (id, account_id, credential_id, public_key, algorithm, aaguid, sign_count, user_verified, backup_eligible, backed_up,
            transports, attestation_format, attestation_kind, attested, hardware_bound, created_at)
        VALUES (@id, @account, @credential, @key, @algorithm, @aaguid, @count, @verified, @eligible, @backed,
            @transports, @format, @kind, @attested, @hardware, @now)
        ON CONFLICT DO NOTHING
        """);

    /// <summary>Whoever changes the passkeys of an account waits here for whoever does so already.</summary>
    public static readonly Statement Lock = new("passkeys.lock",
        sqlite: "SELECT id FROM accounts WHERE id = @account",
        postgres: "SELECT id FROM accounts WHERE id = @account FOR UPDATE");

    public static readonly Statement Room = new("passkeys.room",
        $"SELECT (SELECT COUNT(*) FROM passkeys WHERE account_id = @account), CASE WHEN {WhileSignedIn} THEN 1 ELSE 0 END");

    /// <summary>The second statement of a sign-in: it fails when the passkey was suspended, or another answer counted further meanwhile.</summary>
    public static readonly Statement Use = new("passkeys.use",
        """
        UPDATE passkeys SET sign_count = @count, backed_up = @backed, last_used_at = @now
        WHERE id = @id AND suspended_at IS NULL AND (sign_count < @count OR (sign_count = 0 AND @count = 0))
        """);

    public static readonly Statement State = new("passkeys.state", "SELECT suspended_at FROM passkeys WHERE id = @id");

    /// <summary>Models that were proved, of passkeys that still sign in.</summary>
    public static readonly Statement AttestedModels = new("passkeys.attested-models",
        "SELECT DISTINCT aaguid FROM passkeys WHERE attested AND suspended_at IS NULL");

    public static readonly Statement AttestedOfModel = new("passkeys.attested-of-model",
        "SELECT id, account_id FROM passkeys WHERE aaguid = @aaguid AND attested AND suspended_at IS NULL ORDER BY id");

    public static readonly Statement Suspend = new("passkeys.suspend",
        "UPDATE passkeys SET suspended_at = @now, suspended_reason = @reason WHERE id = @id AND suspended_at IS NULL");

    public static readonly Statement Credentials = new("passkeys.credentials",
        "SELECT credential_id, transports, suspended_at FROM passkeys WHERE account_id = @account ORDER BY created_at, id");

    public static readonly Statement List = new("passkeys.list",
        """
        SELECT id, credential_id, nickname, aaguid, created_at, last_used_at, backup_eligible, backed_up, suspended_at
        FROM passkeys WHERE account_id = @account ORDER BY created_at, id
        """);

    public static readonly Statement InfoOfAccount = new("passkeys.info-of-account", $"{SelectInfo} ORDER BY created_at, id");

    public static readonly Statement Info = new("passkeys.info", $"{SelectInfo} AND credential_id = @credential");

    public static readonly Statement Owner = new("passkeys.owner", "SELECT account_id FROM passkeys WHERE credential_id = @credential");

    public static readonly Statement Rename = new("passkeys.rename",
        $"UPDATE passkeys SET nickname = @nickname WHERE id = @id AND account_id = @account AND {WhileSignedIn}");

    /// <summary>Only while another way to sign in is left: a password, or another passkey that works.</summary>
    public static readonly Statement Remove = new("passkeys.remove",
        $"""
        DELETE FROM passkeys WHERE id = @id AND account_id = @account AND {WhileSignedIn}
            AND (EXISTS (SELECT 1 FROM accounts WHERE accounts.id = @account AND password_hash IS NOT NULL)
                OR EXISTS (SELECT 1 FROM passkeys AS other WHERE other.account_id = @account AND other.id <> @id AND other.suspended_at IS NULL))
        """);
}
