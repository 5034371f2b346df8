using System.Data.Common;
using System.Security.Cryptography;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

/// <summary>
/// Signing keys by the plan of their life: announced in the JWKS, then signing, then retired, then gone. A successor is
/// announced in time for every client to know it before it signs.
/// </summary>
internal sealed class SigningKeyStore(IDatabase database, IDataProtectionProvider protection, IOptions<KeyOptions> options, TimeProvider clock)
{
    private static readonly Statement Insert = new("signing-keys.insert",
        """
        INSERT INTO signing_keys (kid, algorithm, sealed, announced_at, signs_from, signs_until, published_until)
        VALUES (@kid, @algorithm, @sealed, @now, @from, @until, @published)
        ON CONFLICT (algorithm, signs_from) DO NOTHING
        """);

    private static readonly Statement List = new("signing-keys.list",
        "SELECT kid, algorithm, sealed, signs_from, signs_until, published_until FROM signing_keys WHERE published_until > @now ORDER BY signs_from");

    private static readonly Statement Find = new("signing-keys.find",
        "SELECT kid, algorithm, sealed, signs_from, signs_until, published_until FROM signing_keys WHERE kid = @kid");

    private readonly IDataProtector _protector = protection.CreateProtector("Identity.SigningKeys");
    private readonly Dictionary<string, SigningKey> _imported = [];

    /// <summary>Makes what the plan lacks, then returns every key in its life.</summary>
    public async Task<SigningKeySet> LoadAsync(CancellationToken cancellationToken)
    {
        var keys = await ListAsync(cancellationToken);
        var made = 0;
        foreach (var algorithm in options.Value.EffectiveAlgorithms)
            made += await EnsureAsync(algorithm, keys.Where(key => key.Algorithm == algorithm).ToList(), cancellationToken);
        if (made > 0)
            keys = await ListAsync(cancellationToken);

        var now = clock.GetUtcNow();
        var signing = options.Value.EffectiveAlgorithms
            .Select(algorithm => keys.LastOrDefault(key => key.Algorithm == algorithm && key.SignsFrom <= now && key.SignsUntil > now))
            .OfType<SigningKey>().ToList();
        var version = new HashCode();
        foreach (var key in keys)
            version.Add(key.Kid);
        foreach (var key in signing)
            version.Add(key.Kid);
        return new SigningKeySet(version.ToHashCode(), keys, signing);
    }

    private async Task<int> EnsureAsync(string algorithm, List<SigningKey> keys, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The day is the tie between nodes that start together: both ask for the same row, one of them makes it.
        var today = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds() / 86_400_000 * 86_400_000);
        if (keys.Count == 0 || keys[^1].SignsUntil <= now)
            return await MakeAsync(algorithm, today, cancellationToken);
        return keys[^1].SignsUntil - now <= options.Value.Announce ? await MakeAsync(algorithm, keys[^1].SignsUntil, cancellationToken) : 0;
    }

    private async Task<int> MakeAsync(string algorithm, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var (kid, pkcs8) = KeyMaterial.Create(algorithm);
        var sealedKey = _protector.Protect(pkcs8);
        var until = from + options.Value.Sign;
        return await database.WriteAsync(write => write.ExecuteAsync(Insert,
            ("kid", kid), ("algorithm", algorithm), ("sealed", sealedKey), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ("from", from.ToUnixTimeMilliseconds()), ("until", until.ToUnixTimeMilliseconds()),
            ("published", (until + options.Value.Retire).ToUnixTimeMilliseconds())), cancellationToken);
    }

    /// <summary>A key by its id, whatever its age; nothing when there is none, or its private half was not sealed by us.</summary>
    public async Task<SigningKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(read => read.FirstAsync(Find, Read, ("kid", kid)), cancellationToken);
        try
        {
            return row is null ? null : Import(row);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SigningKey>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(read => read.ListAsync(List, Read, ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        return rows.Select(row =>
        {
            if (!_imported.TryGetValue(row.Kid, out var key))
            {
                key = Import(row);
                _imported.Add(row.Kid, key);
            }

            return key;
        }).ToList();
    }

    private static SigningKeyRow Read(DbDataReader row) => new()
    {
        Kid = row.GetString(0),
        Algorithm = row.GetString(1),
        Sealed = (byte[])row[2],
        SignsFrom = Time(row.GetInt64(3)),
        SignsUntil = Time(row.GetInt64(4)),
        PublishedUntil = Time(row.GetInt64(5)),
    };

    private SigningKey Import(SigningKeyRow row) => new(row.Kid, row.Algorithm,
        KeyMaterial.Import(row.Algorithm, _protector.Unprotect(row.Sealed)), row.SignsFrom, row.SignsUntil, row.PublishedUntil);

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
