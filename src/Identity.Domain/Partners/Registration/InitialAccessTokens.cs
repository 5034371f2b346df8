using Identity.Domain.Audit;
using Identity.Domain.Storage;

namespace Identity.Domain.Partners.Registration;

/// <summary>RFC 7591 §3: what an operator gives to somebody who may register clients, so many and until then.</summary>
public sealed class InitialAccessTokens(IDatabase database, Ledger ledger, TimeProvider clock)
{
    public const int LongestName = 100;
    public const int LongestScopes = 2000;
    public const int MostUses = 1000;

    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    internal static readonly Statement Prune = Expiry.Batch("initial_access_tokens", "token_hash", "expires_at");

    internal static readonly Statement Use = new("initial-access-tokens.use",
        "UPDATE initial_access_tokens SET uses_left = uses_left - 1 WHERE token_hash = @token AND uses_left > 0 AND expires_at > @now");

    private static readonly Statement Insert = new("initial-access-tokens.insert",
        "INSERT INTO initial_access_tokens (token_hash, name, scopes, uses_left, expires_at) VALUES (@token, @name, @scopes, @uses, @expires)");

    private static readonly Statement Find = new("initial-access-tokens.find",
        "SELECT name, scopes FROM initial_access_tokens WHERE token_hash = @token AND uses_left > 0 AND expires_at > @now");

    /// <param name="name">Whom it is for, for the audit.</param>
    /// <param name="scopes">What their clients may ask for, separated by spaces.</param>
    /// <returns>The token, which nobody can read again.</returns>
    public async Task<string> IssueAsync(string name, string scopes, int uses, TimeSpan life, AuditSubject actor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, LongestName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scopes.Length, LongestScopes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(uses is > 0 and <= MostUses, true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(life, LongestLife);
        var token = SecretToken.Make();
        var entry = new AuditEntry(actor, AuditEvents.RegistrationAllowed) { Details = new Dictionary<string, string> { ["for"] = name, ["scopes"] = scopes } };
        await ledger.RecordAsync(write => write.ExecuteAsync(Insert,
            ("token", SecretToken.Hash(token)), ("name", name), ("scopes", scopes), ("uses", uses), ("expires", (clock.GetUtcNow() + life).ToUnixTimeMilliseconds())),
            Recorded.Of(entry), cancellationToken);
        return token;
    }

    /// <returns>What it lets its bearer do; null when it has expired, is used up, or never was.</returns>
    public async Task<RegistrationRight?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretToken.Hash(token);
        return await database.ReadAsync(read => read.FirstAsync(Find, row => new RegistrationRight(row.GetString(1), $"initial access token of {row.GetString(0)}") { TokenHash = hash },
            ("token", hash), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
    }
}
