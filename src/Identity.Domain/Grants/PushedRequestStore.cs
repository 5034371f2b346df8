using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Grants;

/// <summary>Pushed authorization requests (RFC 9126): kept for a short time, taken once.</summary>
public sealed class PushedRequestStore(IDatabase database, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string Purpose = "Identity.PushedRequests";

    internal static readonly Statement Prune = Expiry.Batch("pushed_requests", "key_hash", "expires_at");

    private static readonly Statement Insert = new("pushed-requests.insert",
        "INSERT INTO pushed_requests (key_hash, sealed, expires_at) VALUES (@key, @sealed, @expires)");

    private static readonly Statement Take = new("pushed-requests.take",
        "DELETE FROM pushed_requests WHERE key_hash = @key RETURNING sealed, expires_at");

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <returns>The reference that fetches it: 256 random bits, base64url.</returns>
    public async Task<string> KeepAsync(byte[] request, TimeSpan life, CancellationToken cancellationToken)
    {
        var reference = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var sealedRequest = _protector.Protect(request);
        await database.WriteAsync(write => write.ExecuteAsync(Insert,
            ("key", Hash(reference)), ("sealed", sealedRequest), ("expires", (clock.GetUtcNow() + life).ToUnixTimeMilliseconds())), cancellationToken);
        return reference;
    }

    /// <returns>The request, which is then gone; null when it was taken before, has expired, or never was.</returns>
    public async Task<byte[]?> TakeAsync(string reference, CancellationToken cancellationToken)
    {
        var taken = await database.WriteAsync(write => write.FirstAsync(Take,
            row => new { Sealed = (byte[])row[0], ExpiresAt = row.GetInt64(1) }, ("key", Hash(reference))), cancellationToken);
        return taken is not null && taken.ExpiresAt > clock.GetUtcNow().ToUnixTimeMilliseconds() ? _protector.Unprotect(taken.Sealed) : null;
    }

    private static byte[] Hash(string reference) => SHA256.HashData(Encoding.UTF8.GetBytes(reference));
}
