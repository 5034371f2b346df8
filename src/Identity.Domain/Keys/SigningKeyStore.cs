using System.Security.Cryptography;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

/// <summary>
/// Signing keys by the plan of their life: announced in the JWKS, then signing, then retired, then gone. A successor is
/// announced in time for every client to know it before it signs. A row stays for ever: what it signed may have to be
/// proved for years.
/// </summary>
internal sealed class SigningKeyStore(IDatabase database, IDataProtectionProvider protection, IOptions<KeyOptions> options, TimeProvider clock)
{
    /// <summary>Of the version that moves with every change of the keys.</summary>
    public const string SnapshotName = "keys";

    /// <summary>What the private halves are sealed for.</summary>
    public const string Purpose = "Identity.SigningKeys";

    private readonly Dictionary<string, AsymmetricAlgorithm> _imported = [];

    /// <summary>Seals the private halves.</summary>
    public IDataProtector Protector { get; } = protection.CreateProtector(Purpose);

    /// <summary>Makes what the plan lacks, then returns every key in its life. One call at a time.</summary>
    public async Task<SigningKeySet> LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await PublishedAsync(cancellationToken);
        var made = false;
        foreach (var algorithm in options.Value.EffectiveAlgorithms)
            made |= await EnsureAsync(algorithm, [.. rows.Where(row => row.Algorithm == algorithm)], cancellationToken);
        if (made)
            rows = await PublishedAsync(cancellationToken);

        var now = clock.GetUtcNow();
        var published = rows.Select(Import).ToList();
        var signing = options.Value.EffectiveAlgorithms
            .Select(algorithm => SigningKeyPlan.Current(rows.Where(row => row.Algorithm == algorithm), now))
            .OfType<SigningKeyRow>().Select(current => published.First(key => key.Kid == current.Kid)).ToList();
        var version = new HashCode();
        foreach (var key in published.Concat(signing))
            version.Add(key.Kid);
        return new SigningKeySet(version.ToHashCode(), published, signing);
    }

    /// <summary>A key by its id, whatever its age; nothing when there is none, or its private half was not sealed by us.</summary>
    public async Task<SigningKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(kid, cancellationToken);
        try
        {
            return row is null ? null : Made(row, KeyMaterial.Import(row.Algorithm, Protector.Unprotect(row.Sealed)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public Task<SigningKeyRow?> FindRowAsync(string kid, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.FirstAsync(SigningKeyStatements.Find, SigningKeyStatements.Read, ("kid", kid)), cancellationToken);

    /// <summary>The life of a key that begins to sign at <paramref name="from"/>.</summary>
    public KeyLife LifeFrom(DateTimeOffset from) =>
        new(clock.GetUtcNow(), from, from + options.Value.Sign, from + options.Value.Sign + options.Value.Retire);

    /// <summary>The life of a key that stops signing at <paramref name="until"/>, which keeps its place before what follows it.</summary>
    public KeyLife EndAt(SigningKeyRow key, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        return key.Life with { SignsFrom = key.SignsFrom < now ? key.SignsFrom : now, SignsUntil = until, PublishedUntil = until + options.Value.Retire };
    }

    private async Task<bool> EnsureAsync(string algorithm, IReadOnlyList<SigningKeyRow> known, CancellationToken cancellationToken)
    {
        if (IsComplete(known))
            return false;

        var made = NewSigningKey.Create(algorithm, Protector);
        return await database.WriteAsync(async write =>
        {
            await SnapshotVersions.BumpAsync(write, SnapshotName);
            var now = clock.GetUtcNow();
            var rows = (await write.ListAsync(SigningKeyStatements.Published, SigningKeyStatements.Read, ("now", now.ToUnixTimeMilliseconds())))
                .Where(row => row.Algorithm == algorithm).ToList();
            if (IsComplete(rows))
                return true; // Another node was first.

            if (SigningKeyPlan.Current(rows, now) is not { } current)
            {
                await SigningKeyStatements.InsertAsync(write, made, LifeFrom(now));
                return true;
            }

            // Announced late, after a time of no node running: the old key waits, so that nobody meets a key they have not seen.
            var turn = current.SignsUntil > now + options.Value.Announce ? current.SignsUntil : now + options.Value.Announce;
            await SigningKeyStatements.PlanAsync(write, current.Kid, EndAt(current, turn));
            await SigningKeyStatements.InsertAsync(write, made, LifeFrom(turn));
            return true;
        }, cancellationToken);
    }

    private bool IsComplete(IReadOnlyList<SigningKeyRow> keys)
    {
        var now = clock.GetUtcNow();
        return SigningKeyPlan.Current(keys, now) is { } current && !SigningKeyPlan.LacksSuccessor(keys, current, now, options.Value);
    }

    private Task<IReadOnlyList<SigningKeyRow>> PublishedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(SigningKeyStatements.Published, SigningKeyStatements.Read, ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);

    private SigningKey Import(SigningKeyRow row)
    {
        if (!_imported.TryGetValue(row.Kid, out var key))
            _imported.Add(row.Kid, key = KeyMaterial.Import(row.Algorithm, Protector.Unprotect(row.Sealed)));
        return Made(row, key);
    }

    private static SigningKey Made(SigningKeyRow row, AsymmetricAlgorithm key) => new(row.Kid, row.Algorithm, key, row.Life, row.Revocation);
}
