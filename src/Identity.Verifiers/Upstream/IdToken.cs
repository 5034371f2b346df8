using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Verifiers.Upstream;

/// <summary>
/// Checks an ID token by OpenID Connect Core §3.1.3.7. Not supported: encrypted ones (step 1), since we register no key for it,
/// and audiences beside us (step 3), since we trust none.
/// </summary>
internal sealed class IdToken(UpstreamSettings settings, Provider provider, TimeProvider clock)
{
    private const int MostBytes = 64 * 1024;
    private const int LongestSubject = 255;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    // The answer to a code that was just exchanged was just made.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler Reader = new() { MaximumTokenSizeInBytes = MostBytes };

    /// <summary>Checks one.</summary>
    /// <param name="text">What came.</param>
    /// <param name="accessToken">What came with it.</param>
    /// <param name="departure">What it has to fit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its claims.</returns>
    /// <exception cref="UpstreamFault">It is not to be believed; the cause says by which check.</exception>
    public async Task<JsonElement> CheckAsync(string text, string accessToken, Departure departure, CancellationToken cancellationToken)
    {
        var token = await VerifyAsync(text, cancellationToken);
        var claims = Decode(token.EncodedPayload) ?? throw UpstreamFault.Broken("id-token-form");
        CheckParties(claims);
        CheckTimes(claims, departure);
        // Step 11.
        if (Json.Text(claims, "nonce") is not { } nonce || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(departure.Nonce)))
            throw UpstreamFault.Broken("id-token-nonce");
        // §3.1.3.8.
        if (claims.TryGetProperty("at_hash", out _) && Json.Text(claims, "at_hash") != Hash(accessToken, token.Alg))
            throw UpstreamFault.Broken("id-token-at-hash");
        return claims;
    }

    private async Task<JsonWebToken> VerifyAsync(string text, CancellationToken cancellationToken)
    {
        // Steps 6 to 8.
        if (text.Length > MostBytes || text.Count(letter => letter == '.') != 2 || !Reader.CanReadToken(text))
            throw UpstreamFault.Broken("id-token-form");
        var token = Parse(text);
        if (!settings.Algorithms.Contains(token.Alg))
            throw UpstreamFault.Broken("id-token-algorithm");
        // RFC 7515 §4.1.11: we understand no extension.
        if (token.TryGetHeaderValue<object>("crit", out _))
            throw UpstreamFault.Broken("id-token-critical");
        var keys = await provider.KeysAsync(string.IsNullOrEmpty(token.Kid) ? null : token.Kid, cancellationToken);
        var verified = await Reader.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.OfType<JsonWebKey>().Where(key => string.IsNullOrEmpty(key.Alg) || key.Alg == token.Alg),
            ValidAlgorithms = settings.Algorithms,
            // What it says is checked here, by the time of this server and each check by itself.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return verified.IsValid ? token : throw UpstreamFault.Broken("id-token-signature");
    }

    private static JsonWebToken Parse(string text)
    {
        try
        {
            return Reader.ReadJsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw UpstreamFault.Broken("id-token-form");
        }
    }

    private void CheckParties(JsonElement claims)
    {
        // Step 2.
        if (Json.Text(claims, "iss") != settings.Issuer)
            throw UpstreamFault.Broken("id-token-issuer");
        // Step 3.
        if (Json.Text(claims, "aud") != settings.ClientId && !(Json.Texts(claims, "aud") is { Count: > 0 } several && several.All(one => one == settings.ClientId)))
            throw UpstreamFault.Broken("id-token-audience");
        // Steps 4 and 5.
        if (claims.TryGetProperty("azp", out _) && Json.Text(claims, "azp") != settings.ClientId)
            throw UpstreamFault.Broken("id-token-party");
        // §2.
        if (Json.Text(claims, "sub") is not { Length: > 0 and <= LongestSubject })
            throw UpstreamFault.Broken("id-token-subject");
    }

    private void CheckTimes(JsonElement claims, Departure departure)
    {
        var now = clock.GetUtcNow();
        // Step 9.
        if (Json.Time(claims, "exp") is not { } expires || expires + Skew <= now)
            throw UpstreamFault.Broken("id-token-expired");
        // Step 10.
        if (Json.Time(claims, "iat") is not { } issued || issued > now + Skew || issued < now - Youth)
            throw UpstreamFault.Broken("id-token-age");
        if (claims.TryGetProperty("nbf", out _) && !(Json.Time(claims, "nbf") <= now + Skew))
            throw UpstreamFault.Broken("id-token-early");
        // Step 13: whoever was asked for a recent sign-in has to say when it was.
        if (settings.MaxAge > TimeSpan.Zero && !(Json.Time(claims, "auth_time") is { } at && at <= now + Skew && at >= departure.At - settings.MaxAge - Skew))
            throw UpstreamFault.Broken("id-token-auth-time");
    }

    private static JsonElement? Decode(string payload)
    {
        try
        {
            return UpstreamHttp.Read(Base64Url.DecodeFromChars(payload));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // §3.1.3.6: the left half of the hash that the signature is made of.
    private static string Hash(string accessToken, string algorithm)
    {
        var octets = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "256" => SHA256.HashData(octets),
            "384" => SHA384.HashData(octets),
            _ => SHA512.HashData(octets),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}
