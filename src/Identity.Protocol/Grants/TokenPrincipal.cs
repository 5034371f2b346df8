using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Identity.Domain.Grants;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.Grants;

/// <summary>Says what a grant's tokens contain, and which claim goes into which.</summary>
internal static class TokenPrincipal
{
    private static readonly ImmutableArray<string> Both = [Destinations.AccessToken, Destinations.IdentityToken];

    /// <param name="grant">What was authorized.</param>
    /// <param name="issuer">The audience of access tokens that are for no API: user-info alone (RFC 9068 §3).</param>
    /// <param name="sessionId">The <c>sid</c> this client knows the session by.</param>
    public static ClaimsPrincipal Of(Grant grant, string issuer, string sessionId)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ClaimNames.Name, ClaimNames.Role);
        var principal = new ClaimsPrincipal(identity)
            .SetClaim(ClaimNames.Subject, grant.Subject)
            .SetClaim(GrantClaims.AccessSubject, grant.AccessSubject)
            .SetClaim(GrantClaims.Id, grant.Id.ToString("N"))
            .SetClaim(GrantClaims.Grant, grant.Id.ToString("D"))
            .SetClaim(GrantClaims.Generation, grant.Generation.ToString(CultureInfo.InvariantCulture))
            // OpenID Connect Core §2: auth_time is a number.
            .SetClaim(ClaimNames.AuthenticationTime, grant.AuthTime.ToUnixTimeSeconds())
            .SetClaim(ClaimNames.AuthenticationContextReference, grant.Acr)
            .SetClaims(ClaimNames.AuthenticationMethodReference, [.. grant.Amr.Split(' ')])
            .SetClaim("sid", sessionId)
            .SetScopes(grant.Scopes)
            .SetResources(grant.Resources.Count > 0 ? grant.Resources : [issuer]);
        // RFC 8485 §3: a vector stands beside the mark that says whose words it is made of.
        if (grant.Vot is { } vector)
            principal.SetClaim(GrantClaims.Vector, vector).SetClaim(GrantClaims.Trustmark, issuer + Endpoints.Trustmark);
        principal.SetRefreshTokenLifetime(grant.ExpiresAt - grant.CreatedAt);
        principal.SetDestinations(static claim => claim.Type switch
        {
            // RFC 9068 §2.2.1 and RFC 9470 §6.1: an API judges by these whether the sign-in is enough.
            ClaimNames.Subject or ClaimNames.AuthenticationTime or ClaimNames.AuthenticationContextReference or GrantClaims.Vector or GrantClaims.Trustmark => Both,
            GrantClaims.Id => [Destinations.AccessToken],
            ClaimNames.AuthenticationMethodReference or "sid" => [Destinations.IdentityToken],
            _ => [],
        });
        return principal;
    }

    /// <summary>Adds a claim of the citizen to the ID token, and to no other.</summary>
    public static void Tell(ClaimsPrincipal principal, string name, OpenIddictParameter value)
    {
        principal.SetClaim(name, (JsonElement)value);
        foreach (var claim in principal.FindAll(name))
            claim.SetDestinations(Destinations.IdentityToken);
    }
}
