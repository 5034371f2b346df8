using Identity.Domain.Audit;
using Identity.Domain.Grants;
using Identity.Domain.Storage;

namespace Identity.Domain.Consent;

/// <summary>What citizens let applications have: one row for a citizen and an application.</summary>
public sealed class ConsentStore(IDatabase database, Ledger ledger, ConsentMetrics metrics, TimeProvider clock)
{
    private static readonly Statement Find = new("consents.find",
        "SELECT scopes, claims, refused FROM consents WHERE account_id = @account AND client_id = @client");

    private static readonly Statement List = new("consents.list",
        """
        SELECT c.client_id, c.claims, COALESCE((SELECT MAX(g.created_at) FROM grants g WHERE g.account_id = c.account_id AND g.client_id = c.client_id), c.given_at)
        FROM consents c WHERE c.account_id = @account ORDER BY 3 DESC
        """);

    private static readonly Statement Upsert = new("consents.upsert",
        """
        INSERT INTO consents (account_id, client_id, scopes, claims, refused, given_at) VALUES (@account, @client, @scopes, @claims, @refused, @now)
        ON CONFLICT (account_id, client_id) DO UPDATE SET scopes = @scopes, claims = @claims, refused = @refused, given_at = @now
        """);

    private static readonly Statement Delete = new("consents.delete",
        "DELETE FROM consents WHERE account_id = @account AND client_id = @client");

    /// <returns>The citizen's last answer to this application, or null when they never agreed.</returns>
    public Task<ConsentDecision?> FindAsync(Guid account, string clientId, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(Find,
            row => new ConsentDecision(Split(row.GetString(0)), Split(row.GetString(1)), Split(row.GetString(2))),
            ("account", account), ("client", clientId)), cancellationToken);

    /// <returns>Every application the citizen agreed to share with, the last used first.</returns>
    public Task<IReadOnlyList<GivenConsent>> ListAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(List,
            row => new GivenConsent(row.GetString(0), Split(row.GetString(1)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("account", account)), cancellationToken);

    /// <summary>Stores an agreement in place of the one before.</summary>
    public async Task GiveAsync(Guid account, string clientId, ConsentDecision decision, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(write => write.ExecuteAsync(Upsert,
            ("account", account), ("client", clientId), ("scopes", string.Join(' ', decision.Scopes)), ("claims", string.Join(' ', decision.Claims)),
            ("refused", string.Join(' ', decision.Refused)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())),
            Recorded.Of(Given(account, clientId, decision)), cancellationToken);
        metrics.Count(ConsentMetrics.Given);
    }

    /// <summary>Records that the citizen chose not to share. Nothing else changes.</summary>
    public async Task RefuseAsync(Guid account, string clientId, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(_ => ValueTask.FromResult(true),
            Recorded.Of(Entry(account, clientId, AuditEvents.ConsentRefused, new ConsentDecision([], [], []))), cancellationToken);
        metrics.Count(ConsentMetrics.Refused);
    }

    /// <summary>Stops sharing: the consent goes, and every grant given under it ends.</summary>
    public async Task WithdrawAsync(Guid account, string clientId, CancellationToken cancellationToken)
    {
        await ledger.RecordAsync(async write =>
        {
            await write.ExecuteAsync(GrantStatements.RevokeConsent,
                ("account", account), ("client", clientId), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
            return await write.ExecuteAsync(Delete, ("account", account), ("client", clientId));
        }, Recorded.Of(Entry(account, clientId, AuditEvents.ConsentWithdrawn, new ConsentDecision([], [], []))), cancellationToken);
        metrics.Count(ConsentMetrics.Stopped);
    }

    /// <summary>What the citizen's own record says of an agreement.</summary>
    internal static AuditEntry Given(Guid account, string clientId, ConsentDecision decision) => Entry(account, clientId, AuditEvents.ConsentGiven, decision);

    private static AuditEntry Entry(Guid account, string clientId, string name, ConsentDecision decision) => new(AuditSubject.Account(account), name)
    {
        Details = new Dictionary<string, string> { ["client"] = clientId, ["claims"] = string.Join(' ', decision.Claims) },
    };

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
