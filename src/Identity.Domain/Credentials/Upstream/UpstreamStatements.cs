using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.Upstream;

internal static class UpstreamStatements
{
    public static readonly Statement Find = new("upstream-links.find",
        """
        SELECT upstream_links.id, account_id, hold_reason FROM upstream_links JOIN accounts ON accounts.id = account_id
        WHERE subject_hash = @subject AND provider = @provider
        """);

    public static readonly Statement OfAccount = new("upstream-links.of-account",
        "SELECT provider, added_at, last_used_at FROM upstream_links WHERE account_id = @account ORDER BY added_at");

    /// <summary>Only while the session that asks is alive; one of each provider, and nobody's who signs in to another account.</summary>
    public static readonly Statement Insert = new("upstream-links.insert",
        """
        INSERT INTO upstream_links (id, account_id, provider, subject_hash, added_at)
        SELECT @id, @account, @provider, @subject, @now
        WHERE EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND account_id = @account AND ended_at IS NULL)
        ON CONFLICT DO NOTHING
        """);

    public static readonly Statement Use = new("upstream-links.use", "UPDATE upstream_links SET last_used_at = @now WHERE id = @id");

    public static readonly Statement Remove = new("upstream-links.remove",
        """
        DELETE FROM upstream_links WHERE account_id = @account AND provider = @provider
            AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        """);

    public static readonly Statement RemoveSince = new("upstream-links.remove-since", "DELETE FROM upstream_links WHERE account_id = @account AND added_at >= @since");
}
