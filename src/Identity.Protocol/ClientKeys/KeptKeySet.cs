using System.Text;
using System.Text.Json;
using Identity.Protocol.Outgoing;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ClientKeys;

/// <summary>
/// The keys behind one <c>jwks_uri</c>. They are fetched again when they are old, and at once when a key is named that is not among
/// them, as after a rotation (OpenID Connect Core §10.1.1), but no more than once in <see cref="Pause"/>, so that nobody who
/// makes names up makes us call. While the partner does not answer, keys of before count for <see cref="Grace"/> more.
/// </summary>
internal sealed class KeptKeySet(Uri address, PartnerDocuments documents, TimeProvider clock)
{
    /// <summary>For how long keys count as new where the partner says nothing of it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>The longest that a partner may ask for: a key that it withdrew still counts for that long.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <summary>Between one look and the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>For how long old keys count while newer ones cannot be had.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int LongestDocument = 64 * 1024;
    private const string Types = "application/jwk-set+json, application/json";

    private readonly Lock _gate = new();
    private Task? _looking;
    private State _state = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue, null);

    /// <param name="LookedAt">When a look last ended.</param>
    private sealed record State(JsonWebKeySet? Keys, DateTimeOffset LookedAt, DateTimeOffset FreshUntil, string? Fault);

    /// <summary>Why the last look brought nothing; null when it did.</summary>
    public string? Fault => Volatile.Read(ref _state).Fault;

    public async ValueTask<JsonWebKeySet?> FindAsync(string? kid, CancellationToken cancellationToken)
    {
        var looking = Look(kid);
        // Whoever has keys that still count does not wait for newer ones.
        if (looking is not null && !Has(kid))
            await looking.WaitAsync(cancellationToken);
        return Usable();
    }

    // One look at a time, for all who wait for it: it ends with none of them.
    private Task? Look(string? kid)
    {
        lock (_gate)
        {
            if (_looking is null or { IsCompleted: true })
                _looking = MayLook(kid) ? KeepAsync() : null;
            return _looking;
        }
    }

    private async Task KeepAsync() => Volatile.Write(ref _state, await LookAsync());

    private bool MayLook(string? kid) =>
        clock.GetUtcNow() is var now && Volatile.Read(ref _state) is var state && (now >= state.FreshUntil || !Has(kid)) && now - state.LookedAt >= Pause;

    private bool Has(string? kid) => Usable() is { } keys && (kid is null || keys.Keys.Any(key => key.Kid == kid));

    private JsonWebKeySet? Usable() => Volatile.Read(ref _state) is var state && clock.GetUtcNow() < state.FreshUntil + Grace ? state.Keys : null;

    private async Task<State> LookAsync()
    {
        var document = await documents.FetchAsync(address, Types, LongestDocument, CancellationToken.None);
        var now = clock.GetUtcNow();
        if (document.Body is null)
            return _state with { LookedAt = now, Fault = document.Fault };
        return Read(document.Body) is { } keys
            ? new(keys, now, now + (document.MaxAge is { } age ? TimeSpan.FromTicks(Math.Clamp(age.Ticks, Pause.Ticks, LongestLife.Ticks)) : Life), null)
            : _state with { LookedAt = now, Fault = "it holds no JSON Web Key Set (RFC 7517 §5)" };
    }

    private static JsonWebKeySet? Read(byte[] body)
    {
        try
        {
            return new JsonWebKeySet(Encoding.UTF8.GetString(body)) is { Keys.Count: > 0 } keys ? keys : null;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
