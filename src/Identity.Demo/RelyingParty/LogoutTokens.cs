using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Demo.RelyingParty;

/// <summary>Reads a logout token by every step of OpenID Connect Back-Channel Logout §2.6.</summary>
internal sealed class LogoutTokens(IOptionsMonitor<OpenIdConnectOptions> options, RelyingPartyProfile profile, EndedSessions ended, TimeProvider clock)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>How far the provider's clock and this one may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>§4 recommends two minutes; what claims to live much longer is not made for this.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <returns>The <c>sid</c> of the session that ended; null for a token that says nothing that counts.</returns>
    public async Task<string?> ReadAsync(string text, CancellationToken cancellation)
    {
        var scheme = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var token = await ValidateAsync(text, await RelyingPartySignIn.DiscoveryOf(scheme)(cancellation));
        if (token is null && scheme.ConfigurationManager is { } manager)
        {
            // The provider's keys turn: it may be signed by one that was announced since.
            manager.RequestRefresh();
            token = await ValidateAsync(text, await manager.GetConfigurationAsync(cancellation));
        }
        return token is not null && Says(token) is { } sid && ended.IsFirst(token.Id, LongestLife + Skew) ? sid : null;
    }

    // Steps 2, 3 and 4: signature, algorithm, iss, aud, iat and exp.
    private async Task<JsonWebToken?> ValidateAsync(string text, OpenIdConnectConfiguration discovery)
    {
        var result = await Handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidTypes = ["logout+jwt"],
            ValidAlgorithms = [profile.IdTokenAlgorithm],
            IssuerSigningKeys = discovery.SigningKeys,
            ValidIssuer = discovery.Issuer,
            ValidAudience = profile.ClientId,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime - Skew && expires <= clock.GetUtcNow().UtcDateTime + LongestLife + Skew,
        });
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }

    private string? Says(JsonWebToken token)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        // Step 4: iat is there and not of the future.
        if (!token.TryGetPayloadValue<long>("iat", out var issued) || issued > now + Skew.TotalSeconds) return null;
        // Step 5: this application registered that it needs the sid.
        if (!token.TryGetPayloadValue<string>("sid", out var sid) || string.IsNullOrEmpty(sid)) return null;
        // Step 6: the event, an object.
        if (!token.TryGetPayloadValue<JsonElement>("events", out var events) || events.ValueKind is not JsonValueKind.Object
            || !events.TryGetProperty(Event, out var logout) || logout.ValueKind is not JsonValueKind.Object) return null;
        // Step 7: with a nonce it could be an ID token.
        if (token.TryGetPayloadValue<object>("nonce", out _)) return null;
        // Step 8 needs one.
        return string.IsNullOrEmpty(token.Id) ? null : sid;
    }
}
