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

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private State _state = new(null, DateTimeOffset.MinValue, DateTimeOffset.MinValue, null);

    private sealed record State(JsonWebKeySet? Keys, DateTimeOffset LookedAt, DateTimeOffset FreshUntil, string? Fault);

    /// <summary>Why the last look brought nothing; null when it did.</summary>
    public string? Fault => Volatile.Read(ref _state).Fault;

    public async ValueTask<JsonWebKeySet?> FindAsync(string? kid, CancellationToken cancellationToken)
    {
        if (!MayLook(kid))
            return Usable();
        // Whoever has keys that still count does not wait for newer ones.
        if (!await _fetching.WaitAsync(Has(kid) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken))
            return Usable();
        try
        {
            if (MayLook(kid))
                Volatile.Write(ref _state, await LookAsync(cancellationToken));
        }
        finally
        {
            _fetching.Release();
        }

        return Usable();
    }

    private bool MayLook(string? kid) =>
        clock.GetUtcNow() is var now && Volatile.Read(ref _state) is var state && (now >= state.FreshUntil || !Has(kid)) && now - state.LookedAt >= Pause;

    private bool Has(string? kid) => Usable() is { } keys && (kid is null || keys.Keys.Any(key => key.Kid == kid));

    private JsonWebKeySet? Usable() => Volatile.Read(ref _state) is var state && clock.GetUtcNow() < state.FreshUntil + Grace ? state.Keys : null;

    private async Task<State> LookAsync(CancellationToken cancellationToken)
    {
        var document = await documents.FetchAsync(address, Types, LongestDocument, cancellationToken);
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
