using System.Collections.Concurrent;
using System.Security.Cryptography;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Keys;

/// <summary>
/// 256-bit secrets shared by every node and kept for the life of the database, one for each purpose. They are made at
/// the first start and sealed by Data Protection.
/// </summary>
public sealed class InstanceSecrets(IDatabase database, IDataProtectionProvider protection) : IHostedService
{
    internal const string Purpose = "Identity.InstanceSecrets";

    private static readonly Statement Insert = new("instance-secrets.insert",
        "INSERT INTO instance_secrets (name, sealed) VALUES (@name, @sealed) ON CONFLICT (name) DO NOTHING");

    private static readonly Statement Find = new("instance-secrets.find", "SELECT sealed FROM instance_secrets WHERE name = @name");

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);
    private readonly ConcurrentDictionary<string, byte[]> _loaded = new();
    private byte[]? _root;

    /// <param name="purpose">What the secret is for; each purpose has its own.</param>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public byte[] Get(string purpose)
    {
        var root = _root ?? throw new InvalidOperationException("The instance secrets have not been loaded yet.");
        return _loaded.GetOrAdd(purpose, name => HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: System.Text.Encoding.UTF8.GetBytes(name)));
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var fresh = _protector.Protect(RandomNumberGenerator.GetBytes(32));
        var stored = await database.ReadAsync(read => read.FirstAsync(Find, row => (byte[])row[0], ("name", "root")), cancellationToken)
            ?? await database.WriteAsync(async write =>
            {
                await write.ExecuteAsync(Insert, ("name", "root"), ("sealed", fresh));
                return await write.FirstAsync(Find, row => (byte[])row[0], ("name", "root"));
            }, cancellationToken);
        try
        {
            _root = _protector.Unprotect(stored!); // The row was just written, by this node or by another.
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(["The secrets of this instance are broken. Restore the table instance_secrets from a backup."]);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
