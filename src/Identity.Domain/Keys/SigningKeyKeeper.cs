using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

/// <summary>What came of asking for a turn.</summary>
public abstract record RotateOutcome
{
    /// <summary>A successor stands in the JWKS from now on, and signs from a later time.</summary>
    public sealed record Announced(string Kid, DateTimeOffset SignsFrom) : RotateOutcome;

    /// <summary>There was a successor already; nothing was changed.</summary>
    public sealed record AlreadyAnnounced(string Kid, DateTimeOffset SignsFrom) : RotateOutcome;

    /// <summary>A successor signs from now on.</summary>
    /// <param name="Kid">Its id.</param>
    /// <param name="AnnouncedAt">Since when it stands in the JWKS: just now, when it had to be made for the purpose.</param>
    public sealed record Turned(string Kid, DateTimeOffset AnnouncedAt) : RotateOutcome;

    /// <summary>No key is held for such an algorithm.</summary>
    public sealed record UnknownAlgorithm(IReadOnlyList<string> Known) : RotateOutcome;
}

/// <summary>What came of taking a key out of use.</summary>
public abstract record RevokeOutcome
{
    /// <summary>It is out of the JWKS, and nothing it signed is believed any more.</summary>
    /// <param name="Successor">The key that signs in its place from now on; null when it was not its turn.</param>
    public sealed record Revoked(string? Successor) : RevokeOutcome;

    public sealed record AlreadyRevoked(DateTimeOffset At) : RevokeOutcome;

    public sealed record Unknown : RevokeOutcome;
}

/// <summary>Turns and revokes signing keys by hand. Every node follows within two seconds.</summary>
public sealed class SigningKeyKeeper
{
    private const int LongestKid = 64;
    private readonly Ledger _ledger;
    private readonly SigningKeyStore _store;
    private readonly KeyOptions _options;
    private readonly TimeProvider _clock;

    internal SigningKeyKeeper(Ledger ledger, SigningKeyStore store, IOptions<KeyOptions> options, TimeProvider clock)
    {
        _ledger = ledger;
        _store = store;
        _options = options.Value;
        _clock = clock;
    }

    /// <summary>Announces a successor for a turn in due time or, <paramref name="atOnce"/>, gives it the turn.</summary>
    /// <param name="algorithm">Whose key; null for the default algorithm.</param>
    /// <param name="by">Who asks, for the audit.</param>
    public async Task<RotateOutcome> RotateAsync(string? algorithm, bool atOnce, AuditSubject by, CancellationToken cancellationToken)
    {
        algorithm ??= _options.EffectiveAlgorithms[0];
        if (!_options.EffectiveAlgorithms.Contains(algorithm))
            return new RotateOutcome.UnknownAlgorithm(_options.EffectiveAlgorithms);

        var made = NewSigningKey.Create(algorithm, _store.Protector);
        return await _ledger.RecordAsync(
            async write => await TurnAsync(write, await HeldAsync(write, algorithm), made, atOnce),
            outcome => outcome switch
            {
                RotateOutcome.Announced announced => Entry(by, AuditEvents.KeyAnnounced, announced.Kid),
                RotateOutcome.Turned turned => Entry(by, AuditEvents.KeyTurned, turned.Kid),
                _ => Recorded.Nothing,
            }, cancellationToken);
    }

    /// <summary>
    /// Takes a key out of use, at once and for good. When it was its turn, the successor signs from now on. The row stays:
    /// what it sealed in the audit before goes on to hold.
    /// </summary>
    /// <param name="by">Who asks, for the audit.</param>
    public async Task<RevokeOutcome> RevokeAsync(string kid, AuditSubject by, CancellationToken cancellationToken)
    {
        if (kid.Length > LongestKid || await _store.FindRowAsync(kid, cancellationToken) is not { } row)
            return new RevokeOutcome.Unknown();

        var made = NewSigningKey.Create(row.Algorithm, _store.Protector);
        return await _ledger.RecordAsync(
            write => RevokeAsync(write, row, made),
            outcome => outcome is RevokeOutcome.Revoked ? Entry(by, AuditEvents.KeyRevoked, kid) : Recorded.Nothing, cancellationToken);
    }

    private async ValueTask<RevokeOutcome> RevokeAsync(IStatements write, SigningKeyRow revoked, NewSigningKey made)
    {
        var now = _clock.GetUtcNow();
        var held = await HeldAsync(write, revoked.Algorithm);
        var row = await write.FirstAsync(SigningKeyStatements.Find, SigningKeyStatements.Read, ("kid", revoked.Kid));
        if (row?.RevokedAt is { } before)
            return new RevokeOutcome.AlreadyRevoked(before);

        await SigningKeyStatements.RevokeAsync(write, revoked.Kid, now, SealStatements.LastNumberAsync);
        if (SigningKeyPlan.Current(held, now)?.Kid != revoked.Kid)
            return new RevokeOutcome.Revoked(null);

        var turned = await TurnAtOnceAsync(write, [.. held.Where(key => key.Kid != revoked.Kid)], made, now);
        return new RevokeOutcome.Revoked(turned.Kid);
    }

    private async ValueTask<RotateOutcome> TurnAsync(IStatements write, IReadOnlyList<SigningKeyRow> held, NewSigningKey made, bool atOnce)
    {
        var now = _clock.GetUtcNow();
        if (atOnce || SigningKeyPlan.Current(held, now) is not { } current)
            return await TurnAtOnceAsync(write, held, made, now);

        var turn = now + _options.Announce;
        if (SigningKeyPlan.Successor(held, current, now) is { } successor && successor.SignsFrom <= turn)
            return new RotateOutcome.AlreadyAnnounced(successor.Kid, successor.SignsFrom);

        await SigningKeyStatements.PlanAsync(write, current.Kid, _store.EndAt(current, turn));
        await SigningKeyStatements.InsertAsync(write, made, _store.LifeFrom(turn));
        return new RotateOutcome.Announced(made.Kid, turn);
    }

    private async ValueTask<RotateOutcome.Turned> TurnAtOnceAsync(IStatements write, IReadOnlyList<SigningKeyRow> held, NewSigningKey made, DateTimeOffset now)
    {
        var current = SigningKeyPlan.Current(held, now);
        if (current?.SignsFrom <= now)
            await SigningKeyStatements.PlanAsync(write, current.Kid, _store.EndAt(current, now));

        // One that was announced before is known to clients already, and so the better choice.
        var successor = current?.SignsFrom <= now ? SigningKeyPlan.Successor(held, current, now) : current;
        if (successor is not null)
            await SigningKeyStatements.PlanAsync(write, successor.Kid, _store.LifeFrom(now));
        else
            await SigningKeyStatements.InsertAsync(write, made, _store.LifeFrom(now));
        return successor is null ? new RotateOutcome.Turned(made.Kid, now) : new RotateOutcome.Turned(successor.Kid, successor.AnnouncedAt);
    }

    /// <summary>The keys of an algorithm that are not revoked, once nobody else changes them.</summary>
    private async ValueTask<IReadOnlyList<SigningKeyRow>> HeldAsync(IStatements write, string algorithm)
    {
        await SnapshotVersions.BumpAsync(write, SigningKeyStore.SnapshotName);
        var rows = await write.ListAsync(SigningKeyStatements.Published, SigningKeyStatements.Read, ("now", _clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return [.. rows.Where(row => row.Algorithm == algorithm)];
    }

    private static Recorded Entry(AuditSubject by, string name, string kid) =>
        Recorded.Of(new AuditEntry(by, name) { Details = new Dictionary<string, string> { ["kid"] = kid } });
}
