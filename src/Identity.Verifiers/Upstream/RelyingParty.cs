using System.Text.Json;
using Identity.Sdk;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// A relying party of one provider: OpenID Connect Core §3.1, the authorization code flow with PKCE (RFC 7636) and with the
/// provider's name in its response (RFC 9207). Not supported: ID tokens and user-info that are encrypted, user-info that is
/// signed, requests by reference. Safe for concurrent use.
/// </summary>
internal sealed class RelyingParty
{
    private const int LongestCode = 4096;

    // Nobody needs longer to sign in, and what was asked an hour ago was asked of somebody else.
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromHours(1);

    private readonly ClientCredentials _credentials;
    private readonly IVerifierPorts _ports;
    private readonly UpstreamHttp _http;
    private readonly Provider _provider;

    /// <param name="settings">What an operator says of the provider.</param>
    /// <param name="credentials">How we show it who we are.</param>
    /// <param name="ports">All that we use of the server.</param>
    public RelyingParty(UpstreamSettings settings, ClientCredentials credentials, IVerifierPorts ports)
    {
        (Settings, _credentials, _ports) = (settings, credentials, ports);
        _http = new UpstreamHttp(settings.Name, settings.Timeout, ports.Http);
        _provider = new Provider(settings, _http, ports.Clock);
    }

    /// <summary>What an operator says of the provider.</summary>
    public UpstreamSettings Settings { get; }

    /// <summary>Sends a browser there.</summary>
    /// <param name="callback">Where it comes back to.</param>
    /// <param name="asked">What is asked of the provider, beside what every request holds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where to, what it must bring back as <c>state</c>, and what is to be kept meanwhile.</returns>
    /// <exception cref="UpstreamFault">The provider does not answer.</exception>
    public async Task<(Uri Address, string State, Departure Departure)> DepartAsync(Uri callback, IEnumerable<(string Name, string Value)> asked, CancellationToken cancellationToken)
    {
        var provider = await _provider.MetadataAsync(cancellationToken);
        var (state, departure) = (_ports.Random.Token(), new Departure(_ports.Random.Token(), _ports.Random.Token(), _ports.Clock.GetUtcNow()));
        return (AuthorizationRequest.Write(provider, Settings, departure, callback, state, asked), state, departure);
    }

    /// <summary>Takes a browser back whose state was ours, and asks the provider who it is.</summary>
    /// <param name="callback">Where it came back to.</param>
    /// <param name="departure">What was kept.</param>
    /// <param name="parameters">What the browser brought.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpstreamFault">It is not to be believed, or says less than was asked.</exception>
    public async Task<UpstreamAnswer> ReturnAsync(Uri callback, Departure departure, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var provider = await _provider.MetadataAsync(cancellationToken);
        // RFC 9207 §2.4, before anything else of the response is believed.
        if (parameters.GetValueOrDefault("iss") is { } named ? named != provider.Issuer : provider.NamesItself)
            throw UpstreamFault.Broken("response-issuer");
        if (_ports.Clock.GetUtcNow() - departure.At > LongestAbsence)
            throw UpstreamFault.Late();
        if (parameters.GetValueOrDefault("error") is { } error)
            throw UpstreamFault.Told(error);
        if (parameters.GetValueOrDefault("code") is not { Length: > 0 and <= LongestCode } code)
            throw UpstreamFault.Broken("response-code");

        var tokens = await ExchangeAsync(provider, callback, code, departure, cancellationToken);
        // RFC 6749 §7.1: a token whose type is not understood is not used.
        if (Json.Text(tokens, "access_token") is not { Length: > 0 } accessToken || !"Bearer".Equals(Json.Text(tokens, "token_type"), StringComparison.OrdinalIgnoreCase)
            || Json.Text(tokens, "id_token") is not { } idToken)
            throw UpstreamFault.Broken("token-answer");
        var claims = await new IdToken(Settings, _provider, _ports.Clock).CheckAsync(idToken, accessToken, departure, cancellationToken);
        return new UpstreamAnswer(claims, accessToken);
    }

    /// <summary>Asks for the claims that the ID token does not hold.</summary>
    /// <returns>Null when the provider has no such place.</returns>
    /// <exception cref="UpstreamFault">As above.</exception>
    public async Task<JsonElement?> UserInfoAsync(UpstreamAnswer answer, CancellationToken cancellationToken) =>
        await UserInfoAsync(await _provider.MetadataAsync(cancellationToken), answer.AccessToken, answer.IdToken, cancellationToken);

    private async Task<JsonElement> ExchangeAsync(ProviderMetadata provider, Uri callback, string code, Departure departure, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.Token);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback.AbsoluteUri,
            ["code_verifier"] = departure.CodeVerifier,
        };
        await _credentials.AddAsync(request, form, provider, cancellationToken);
        request.Content = new FormUrlEncodedContent(form);
        return await _http.SendAsync(request, "token", cancellationToken);
    }

    private async Task<JsonElement?> UserInfoAsync(ProviderMetadata provider, string accessToken, JsonElement idToken, CancellationToken cancellationToken)
    {
        if (provider.UserInfo is null)
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfo);
        if (!request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {accessToken}"))
            throw UpstreamFault.Broken("token-answer");
        var claims = await _http.SendAsync(request, "user-info", cancellationToken);
        // OpenID Connect Core §5.3.2: an answer about somebody else is not used.
        return Json.Text(claims, "sub") == Json.Text(idToken, "sub") ? claims : throw UpstreamFault.Broken("user-info-subject");
    }
}
