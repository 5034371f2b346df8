using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Identity.Domain.Journeys;

/// <summary>
/// The memory of journeys between pages. It stands on the server and is keyed in the URL, so that tabs and Back work;
/// it opens only for the browser that began it, so that a link sent to somebody else opens nothing.
/// </summary>
public sealed class JourneyStore(IDatabase database, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string Purpose = "Identity.Journeys";

    private const int KeyLength = 22;

    internal static readonly Statement Prune = Expiry.Batch("journeys", "key_hash", "expires_at");

    private static readonly Statement Insert = new("journeys.insert",
        "INSERT INTO journeys (key_hash, kind, browser_hash, state, version, expires_at) VALUES (@key, @kind, @browser, @state, 1, @expires)");

    private static readonly Statement Find = new("journeys.find",
        "SELECT state, version, expires_at FROM journeys WHERE key_hash = @key AND kind = @kind AND browser_hash = @browser AND expires_at > @now");

    private static readonly Statement Update = new("journeys.update",
        "UPDATE journeys SET state = @state, version = version + 1, expires_at = @expires WHERE key_hash = @key AND version = @version");

    private static readonly Statement Delete = new("journeys.delete", "DELETE FROM journeys WHERE key_hash = @key");

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>A fresh value for the cookie that binds journeys to a browser.</summary>
    public static string NewBrowser() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Begins a journey under a new key.</summary>
    public Task<Journey<TState>> BeginAsync<TState>(string kind, string browser, TState state, TimeSpan life, CancellationToken cancellationToken) =>
        BeginAsync(kind, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), browser, state, life, cancellationToken);

    /// <summary>Begins a journey within another one, under the same key.</summary>
    public async Task<Journey<TState>> BeginAsync<TState>(string kind, string key, string browser, TState state, TimeSpan life, CancellationToken cancellationToken)
    {
        var journey = new Journey<TState>(kind, key, browser, state, 1, clock.GetUtcNow() + life);
        var sealedState = Seal(state);
        await database.WriteAsync(write => write.ExecuteAsync(Insert,
            ("key", Hash(journey.Kind, journey.Key)), ("kind", kind), ("browser", Hash(browser)), ("state", sealedState),
            ("expires", journey.ExpiresAt.ToUnixTimeMilliseconds())), cancellationToken);
        return journey;
    }

    /// <returns>The journey, or null when it is unknown, over, or another browser's.</returns>
    public async Task<Journey<TState>?> FindAsync<TState>(string kind, string? key, string? browser, CancellationToken cancellationToken)
    {
        if (key is not { Length: KeyLength } || string.IsNullOrEmpty(browser))
            return null;

        var found = await database.ReadAsync(read => read.FirstAsync(Find,
            row => new { State = (byte[])row[0], Version = row.GetInt32(1), ExpiresAt = row.GetInt64(2) },
            ("key", Hash(kind, key)), ("kind", kind), ("browser", Hash(browser)), ("now", clock.GetUtcNow().ToUnixTimeMilliseconds())), cancellationToken);
        return found is null
            ? null
            : new Journey<TState>(kind, key, browser, Open<TState>(found.State), found.Version, DateTimeOffset.FromUnixTimeMilliseconds(found.ExpiresAt));
    }

    /// <summary>Stores the next step.</summary>
    /// <returns>The journey as stored, or null when another tab went on in the meantime.</returns>
    public Task<Journey<TState>?> SaveAsync<TState>(Journey<TState> journey, TState state, CancellationToken cancellationToken) =>
        SaveAsync(journey, state, TimeSpan.Zero, cancellationToken);

    /// <summary>Stores the next step of one that may take longer.</summary>
    /// <param name="journey">As it was read.</param>
    /// <param name="state">The answers now.</param>
    /// <param name="life">How long it is remembered from now on, where that is longer than it would be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The journey as stored, or null when another tab went on in the meantime.</returns>
    public async Task<Journey<TState>?> SaveAsync<TState>(Journey<TState> journey, TState state, TimeSpan life, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + life;
        var expires = until > journey.ExpiresAt ? until : journey.ExpiresAt;
        var sealedState = Seal(state);
        var saved = await database.WriteAsync(write => write.ExecuteAsync(Update,
            ("key", Hash(journey.Kind, journey.Key)), ("state", sealedState), ("version", journey.Version),
            ("expires", expires.ToUnixTimeMilliseconds())), cancellationToken);
        return saved == 1 ? journey with { State = state, Version = journey.Version + 1, ExpiresAt = expires } : null;
    }

    /// <returns>Whether it was still there: of two requests that end one journey, one is told so.</returns>
    public async Task<bool> EndAsync(string kind, string key, CancellationToken cancellationToken) =>
        await database.WriteAsync(write => write.ExecuteAsync(Delete, ("key", Hash(kind, key))), cancellationToken) == 1;

    private byte[] Seal<TState>(TState state) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(state));

    private TState Open<TState>(byte[] state) =>
        JsonSerializer.Deserialize<TState>(_protector.Unprotect(state)) ?? throw new InvalidOperationException("A journey holds no state.");

    private static byte[] Hash(string kind, string key) => Hash($"{kind}\n{key}");

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
