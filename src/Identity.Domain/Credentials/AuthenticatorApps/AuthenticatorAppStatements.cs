using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.AuthenticatorApps;

internal static class AuthenticatorAppStatements
{
    public static readonly Statement Find = new("authenticator-apps.find",
        "SELECT id, sealed, last_step, added_at, last_used_at FROM authenticator_apps WHERE account_id = @account");

    /// <summary>Only while the session that asks is alive, and only one: of two tabs the first wins.</summary>
    public static readonly Statement Insert = new("authenticator-apps.insert",
        """
        INSERT INTO authenticator_apps (id, account_id, sealed, last_step, added_at)
        SELECT @id, @account, @sealed, @step, @now
        WHERE EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND account_id = @account AND ended_at IS NULL)
        ON CONFLICT (account_id) DO NOTHING
        """);

    // RFC 6238 §5.2: a code is taken once. Of two requests with the same one, the second finds the step taken.
    public static readonly Statement Use = new("authenticator-apps.use",
        "UPDATE authenticator_apps SET last_step = @step, last_used_at = @now WHERE id = @id AND last_step < @step");

    public static readonly Statement Remove = new("authenticator-apps.remove",
        """
        DELETE FROM authenticator_apps WHERE account_id = @account
            AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        """);
}
