using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// What is known of one provider: its metadata and its keys, kept for an hour. A key that is not among them is looked for once
/// more, at most once a minute, so that nobody can make us ask at will. Safe for concurrent use.
/// </summary>
internal sealed class Provider(UpstreamSettings settings, UpstreamHttp http, TimeProvider clock)
{
    private const int MostKeys = 50;
    private const int LeastRsaBits = 2048;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromMinutes(1);

    private (ProviderMetadata Value, DateTimeOffset At)? _metadata;
    private (IReadOnlyList<JsonWebKey> Value, DateTimeOffset At)? _keys;

    // It lives as long as the server.
    private SemaphoreSlim Gate { get; } = new(1);

    /// <summary>What it says of itself.</summary>
    /// <exception cref="UpstreamFault">It does not answer, or with what cannot be used.</exception>
    public async Task<ProviderMetadata> MetadataAsync(CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            return await CurrentAsync(cancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The keys by which a signature may be checked.</summary>
    /// <param name="id">The <c>kid</c> of the signature; null when it names none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>None when there is no such key. Without an id the only key there is, since nothing says which of several (OpenID Connect Core §10.1).</returns>
    /// <exception cref="UpstreamFault">As above.</exception>
    public async Task<IReadOnlyList<SecurityKey>> KeysAsync(string? id, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_keys is not { } kept || now - kept.At >= Kept || (Find(kept.Value, id).Count == 0 && now - kept.At >= LooksAgainAfter))
                _keys = (Parse(await GetAsync((await CurrentAsync(cancellationToken)).Keys, "keys", cancellationToken)), now);
            return Find(_keys.Value.Value, id);
        }
        finally
        {
            Gate.Release();
        }
    }

    private async Task<ProviderMetadata> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_metadata is not { } kept || now - kept.At >= Kept)
        {
            // OpenID Connect Discovery §4.1: a slash at the end of the issuer is left out.
            var address = new Uri($"{settings.Issuer.TrimEnd('/')}/.well-known/openid-configuration");
            _metadata = (ProviderMetadata.Read(await GetAsync(address, "discovery", cancellationToken), settings.Issuer), now);
        }

        return _metadata.Value.Value;
    }

    private async Task<JsonElement> GetAsync(Uri address, string cause, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await http.SendAsync(request, cause, cancellationToken);
    }

    private static IReadOnlyList<JsonWebKey> Find(IReadOnlyList<JsonWebKey> keys, string? id) =>
        id is not null ? [.. keys.Where(key => key.Kid == id)] : keys.Count == 1 ? keys : [];

    private static List<JsonWebKey> Parse(JsonElement document)
    {
        if (!document.TryGetProperty("keys", out var keys) || keys.ValueKind is not JsonValueKind.Array || keys.GetArrayLength() > MostKeys)
            throw UpstreamFault.Broken("keys");
        // RFC 7517 §5: a key that is not understood is as if it were not there.
        return [.. keys.EnumerateArray().Select(Key).OfType<JsonWebKey>()];
    }

    private static JsonWebKey? Key(JsonElement json)
    {
        try
        {
            var key = new JsonWebKey(json.GetRawText());
            return key is { Use: null or "" or "sig", HasPrivateKey: false } && (key.Kty is "EC" || (key.Kty is "RSA" && key.KeySize >= LeastRsaBits)) ? key : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return null;
        }
    }
}
