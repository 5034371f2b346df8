using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Storage;

namespace Identity.Domain.Grants;

/// <summary>Remembers the <c>jti</c> of each accepted assertion, for all nodes (RFC 7523 §3 item 7).</summary>
public sealed class UsedAssertionStore(IDatabase database)
{
    internal static readonly Statement Prune = Expiry.Batch("used_assertions", "key_hash", "expires_at");

    private static readonly Statement Insert = new("used-assertions.insert",
        "INSERT INTO used_assertions (key_hash, expires_at) VALUES (@key, @expires) ON CONFLICT (key_hash) DO NOTHING");

    /// <returns>False when this issuer's <paramref name="jti"/> was used before.</returns>
    public async Task<bool> TryUseAsync(string issuer, string jti, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{jti}"));
        return await database.WriteAsync(write => write.ExecuteAsync(Insert,
            ("key", key), ("expires", expires.ToUnixTimeMilliseconds())), cancellationToken) == 1;
    }
}
