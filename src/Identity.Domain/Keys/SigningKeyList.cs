using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

/// <summary>Where a signing key stands in its life.</summary>
public enum KeyState
{
    Announced,
    Signing,
    Retired,
    Gone,
    Revoked,
}

/// <summary>A signing key as an operator sees it, without anything secret.</summary>
public sealed record ListedKey(string Kid, string Algorithm, KeyState State, KeyLife Life, DateTimeOffset? RevokedAt);

/// <summary>Every signing key there ever was, in the order of their turns.</summary>
public sealed class SigningKeyList(IDatabase database, IOptions<KeyOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<ListedKey>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(read => read.ListAsync(SigningKeyStatements.List, SigningKeyStatements.Read), cancellationToken);
        var now = clock.GetUtcNow();
        var signing = options.Value.EffectiveAlgorithms
            .Select(algorithm => SigningKeyPlan.Current(rows.Where(row => row.Algorithm == algorithm && row.RevokedAt is null), now)?.Kid).ToHashSet();
        return [.. rows.Select(row => new ListedKey(row.Kid, row.Algorithm, State(row, signing.Contains(row.Kid), now), row.Life, row.RevokedAt))];
    }

    private static KeyState State(SigningKeyRow row, bool signs, DateTimeOffset now) =>
        row.RevokedAt is not null ? KeyState.Revoked
        : signs ? KeyState.Signing
        : row.PublishedUntil <= now ? KeyState.Gone
        : row.SignsFrom > now ? KeyState.Announced
        : KeyState.Retired;
}
