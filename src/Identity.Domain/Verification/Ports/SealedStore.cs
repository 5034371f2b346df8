using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Sdk;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Verification.Ports;

internal sealed class SealedStore(string plugin, IDatabase database, IDataProtectionProvider protection, InstanceSecrets secrets, TimeProvider clock) : ISealedStore
{
    public const string Purpose = "Identity.VerifierValues";

    public static readonly Statement Prune = Expiry.Batch("verifier_values", "key_hash", "ends_at");

    private static readonly Statement Add = new("verifier-values.add",
        """
        INSERT INTO verifier_values (key_hash, sealed, ends_at) VALUES (@key, @sealed, @ends)
        ON CONFLICT (key_hash) DO UPDATE SET sealed = @sealed, ends_at = @ends WHERE verifier_values.ends_at <= @now
        """);

    private static readonly Statement Put = new("verifier-values.put",
        """
        INSERT INTO verifier_values (key_hash, sealed, ends_at) VALUES (@key, @sealed, @ends)
        ON CONFLICT (key_hash) DO UPDATE SET sealed = @sealed, ends_at = @ends
        """);

    private static readonly Statement Get = new("verifier-values.get", "SELECT sealed FROM verifier_values WHERE key_hash = @key AND ends_at > @now");

    private static readonly Statement Take = new("verifier-values.take", "DELETE FROM verifier_values WHERE key_hash = @key AND ends_at > @now RETURNING sealed");

    private static readonly TimeSpan MostLife = TimeSpan.FromDays(366);

    // One purpose for all, so that the ring can be renewed; plugins are kept apart by the hash of the key.
    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    public async Task<bool> AddAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        await StoreAsync(Add, key, value, life, cancellationToken) == 1;

    public Task PutAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) => StoreAsync(Put, key, value, life, cancellationToken);

    public async Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        Open(await database.ReadAsync(read => read.FirstAsync(Get, row => (byte[])row[0], ("key", Hash(key)), ("now", Now)), cancellationToken));

    public async Task<string?> TakeAsync(string key, CancellationToken cancellationToken) =>
        Open(await database.WriteAsync(write => write.FirstAsync(Take, row => (byte[])row[0], ("key", Hash(key)), ("now", Now)), cancellationToken));

    private Task<int> StoreAsync(Statement statement, string key, string value, TimeSpan life, CancellationToken cancellationToken)
    {
        if (value.Length > SdkLimits.StoreValue)
            throw new ArgumentException($"The value has {value.Length} characters; {SdkLimits.StoreValue} is the most.", nameof(value));
        if (life <= TimeSpan.Zero || life > MostLife)
            throw new ArgumentOutOfRangeException(nameof(life), life, "A value is kept for a year at most.");
        var hash = Hash(key);
        var contents = _protector.Protect(Encoding.UTF8.GetBytes(value));
        var now = clock.GetUtcNow();
        return statement == Put
            ? database.WriteAsync(write => write.ExecuteAsync(Put, ("key", hash), ("sealed", contents), ("ends", (now + life).ToUnixTimeMilliseconds())), cancellationToken)
            : database.WriteAsync(write => write.ExecuteAsync(Add, ("key", hash), ("sealed", contents), ("ends", (now + life).ToUnixTimeMilliseconds()), ("now", now.ToUnixTimeMilliseconds())), cancellationToken);
    }

    private string? Open(byte[]? contents) => contents is null ? null : Encoding.UTF8.GetString(_protector.Unprotect(contents));

    private byte[] Hash(string key) => key.Length is > 0 and <= SdkLimits.StoreKey
        ? HMACSHA256.HashData(secrets.Get("verifier-values"), Encoding.UTF8.GetBytes($"{plugin}\0{key}"))
        : throw new ArgumentException($"A key has 1 to {SdkLimits.StoreKey} characters.", nameof(key));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
