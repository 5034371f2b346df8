using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Challenges: each is answered once, by the browser it was given to, while it is fresh.</summary>
internal static class CeremonyStatements
{
    private const string Live =
        "challenge_hash = @challenge AND browser_hash = @browser AND kind = @kind AND expires_at > @now";

    public static readonly Statement Prune = Expiry.Batch("passkey_ceremonies", "challenge_hash", "expires_at");

    public static readonly Statement Insert = new("passkey-ceremonies.insert",
        """
        INSERT INTO passkey_ceremonies (challenge_hash, kind, browser_hash, account_id, subject_seed, policy, conditional, expires_at)
        VALUES (@challenge, @kind, @browser, @account, @seed, @policy, @conditional, @expires)
        """);

    /// <summary>Uses up the challenge of a registration.</summary>
    public static readonly Statement Take = new("passkey-ceremonies.take",
        $"DELETE FROM passkey_ceremonies WHERE {Live} RETURNING account_id, subject_seed, policy, conditional");

    /// <summary>Uses up the challenge of a sign-in and brings along the passkey that answers it, with its owner.</summary>
    public static readonly Statement TakeForSignIn = new("passkey-ceremonies.take-for-sign-in",
        $"""
        DELETE FROM passkey_ceremonies WHERE {Live}
        RETURNING account_id,
            (SELECT passkeys.id FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.account_id FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.public_key FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.sign_count FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.backup_eligible FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.attested FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.hardware_bound FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.aaguid FROM passkeys WHERE credential_id = @credential),
            (SELECT passkeys.suspended_at FROM passkeys WHERE credential_id = @credential),
            (SELECT accounts.subject_seed FROM passkeys JOIN accounts ON accounts.id = passkeys.account_id WHERE credential_id = @credential),
            (SELECT accounts.hold_reason FROM passkeys JOIN accounts ON accounts.id = passkeys.account_id WHERE credential_id = @credential)
        """);
}
