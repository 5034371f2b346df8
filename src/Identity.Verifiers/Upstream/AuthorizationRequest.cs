using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Verifiers.Upstream;

/// <summary>The authorization request (OpenID Connect Core §3.1.2.1): a code, by PKCE, for a browser that must bring back a state and a token with a nonce.</summary>
internal static class AuthorizationRequest
{
    /// <summary>Where a browser is sent.</summary>
    /// <param name="provider">Whose endpoint it is.</param>
    /// <param name="settings">What is asked of it.</param>
    /// <param name="departure">What is kept of the request.</param>
    /// <param name="callback">Where it answers.</param>
    /// <param name="state">What the browser must bring back.</param>
    /// <param name="asked">What is asked, beside what every request holds.</param>
    public static Uri Write(ProviderMetadata provider, UpstreamSettings settings, Departure departure, Uri callback, string state, IEnumerable<(string Name, string Value)> asked)
    {
        IEnumerable<(string Name, string Value)> parameters =
        [
            ("response_type", "code"),
            ("client_id", settings.ClientId),
            ("redirect_uri", callback.AbsoluteUri),
            ("state", state),
            ("nonce", departure.Nonce),
            ("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(departure.CodeVerifier)))),
            ("code_challenge_method", "S256"),
            .. Recently(settings),
            .. asked,
        ];
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        // RFC 6749 §3.1: a query that the endpoint has of its own is kept.
        var address = provider.Authorization.AbsoluteUri;
        return new Uri($"{address}{(provider.Authorization.Query.Length > 0 ? '&' : '?')}{query}");
    }

    private static IEnumerable<(string Name, string Value)> Recently(UpstreamSettings settings)
    {
        if (settings.MaxAge > TimeSpan.Zero)
            yield return ("max_age", ((long)settings.MaxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }
}
