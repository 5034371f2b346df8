using System.Security.Claims;
using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>
/// A citizen's access token, renewed with the refresh token when it has expired (RFC 6749 §6). Pages asked for at
/// once by one citizen renew once: with rotation a second use of the same refresh token would end the grant.
/// </summary>
internal sealed class AccessTokens(SessionTokens sessions, IOptionsMonitor<OpenIdConnectOptions> options, RelyingPartyProfile profile)
{
    /// <returns>A token, or null if there is none and the citizen has to sign in again.</returns>
    /// <exception cref="HttpRequestException">The provider did not answer as it should.</exception>
    /// <param name="citizen">Whose token.</param>
    /// <param name="refused">A token that the resource refused, although it looked fresh.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<string?> GetAsync(ClaimsPrincipal citizen, string? refused, CancellationToken cancellation)
    {
        if (sessions.Find(citizen) is not { } tokens) return null;
        await tokens.Gate.WaitAsync(cancellation);
        try
        {
            if (tokens.IsFresh && tokens.Access != refused) return tokens.Access;
            if (tokens.Refresh is null || await RefreshAsync(tokens.Refresh, cancellation) is not { } answer) return null;
            tokens.Replace(answer);
            return tokens.Access;
        }
        finally
        {
            tokens.Gate.Release();
        }
    }

    private async Task<OpenIdConnectMessage?> RefreshAsync(string refreshToken, CancellationToken cancellation)
    {
        var scheme = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var discovery = await RelyingPartySignIn.DiscoveryOf(scheme)(cancellation);
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken, ["client_id"] = profile.ClientId };
        if (profile.Resource is { } resource) form["resource"] = resource.Origin();
        using var response = await scheme.Backchannel.PostAsync(discovery.TokenEndpoint, new FormUrlEncodedContent(form), cancellation);
        var answer = new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(cancellation));
        // RFC 6749 §5.2: expired, revoked, or replayed. Every other failure is not the citizen's to mend.
        if (answer.Error == "invalid_grant") return null;
        response.EnsureSuccessStatusCode();
        return answer;
    }
}
