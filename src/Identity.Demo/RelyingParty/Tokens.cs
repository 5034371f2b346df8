using System.Globalization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>One session's tokens. Replaced as a whole by <see cref="AccessTokens"/>, which holds <see cref="Gate"/> meanwhile.</summary>
internal sealed class Tokens
{
    private readonly TimeProvider clock;
    private DateTimeOffset expires;

    /// <summary>
    /// What a code was exchanged for. Its access token is for user-info and not kept where a refresh token brings one
    /// for the resource alone (RFC 8707 §2.2), with which the resource cannot read user-info.
    /// </summary>
    public Tokens(TimeProvider clock, OpenIdConnectMessage answer)
    {
        this.clock = clock;
        Replace(answer);
        if (Refresh is not null) Access = null;
    }

    public SemaphoreSlim Gate { get; } = new(1);

    public string? Id { get; private set; }
    public string? Access { get; private set; }
    public string? Refresh { get; private set; }

    /// <summary>Whether the access token lasts long enough to be sent.</summary>
    public bool IsFresh => Access is not null && expires - TimeSpan.FromSeconds(10) > clock.GetUtcNow();

    public void Replace(OpenIdConnectMessage answer)
    {
        Access = answer.AccessToken;
        // RFC 6749 §6: without a new refresh token, the old one goes on; the same holds for the ID token.
        Refresh = answer.RefreshToken ?? Refresh;
        Id = answer.IdToken ?? Id;
        var seconds = int.TryParse(answer.ExpiresIn, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        expires = clock.GetUtcNow().AddSeconds(seconds);
    }
}
