using Identity.Domain.Storage;

namespace Identity.Domain.Grants;

internal static class GrantStatements
{
    private const string Columns =
        "id, account_id, client_id, session_id, subject, scopes, claims, resources, auth_time, amr, acr, offline, generation, created_at, expires_at, rotated_at, revoked_at, vot, requested, first_session_id, access_subject";

    public static readonly Statement Insert = new("grants.insert",
        """
        INSERT INTO grants (id, account_id, client_id, session_id, subject, scopes, claims, resources, auth_time, amr, acr, offline, generation, created_at, expires_at, vot, requested, access_subject)
        VALUES (@id, @account, @client, @session, @subject, @scopes, @claims, @resources, @auth, @amr, @acr, @offline, 0, @now, @expires, @vot, @requested, @access)
        """);

    /// <summary>RFC 6749 §4.1.2: a code is used once. Whoever changes this row first has it; everybody else changes none.</summary>
    public static readonly Statement Redeem = new("grants.redeem",
        $"""
        UPDATE grants SET redeemed_at = @now, generation = 1
        WHERE id = @id AND client_id = @client AND redeemed_at IS NULL AND revoked_at IS NULL AND expires_at > @now
        RETURNING {Columns}
        """);

    /// <summary>RFC 9700 §4.14.2: rotation. The compare-and-swap lets one of two concurrent uses through.</summary>
    public static readonly Statement Rotate = new("grants.rotate",
        $"""
        UPDATE grants SET generation = generation + 1, rotated_at = @now
        WHERE id = @id AND client_id = @client AND generation = @generation AND revoked_at IS NULL AND expires_at > @now
        RETURNING {Columns}
        """);

    public static readonly Statement Find = new("grants.find", $"SELECT {Columns} FROM grants WHERE id = @id");

    public static readonly Statement Revoke = new("grants.revoke",
        "UPDATE grants SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL");

    public static readonly Statement RevokeConsent = new("grants.revoke-consent",
        "UPDATE grants SET revoked_at = @now WHERE account_id = @account AND client_id = @client AND revoked_at IS NULL");

    public static readonly Statement Prune = Expiry.Batch("grants", "id", "expires_at");
}
