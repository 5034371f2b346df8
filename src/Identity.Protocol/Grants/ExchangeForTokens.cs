using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Identity.Domain.Grants;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>Answers the token endpoint once a request is valid: a code is used, a refresh token rotated, a client served for itself.</summary>
internal sealed class ExchangeForTokens(GrantStore grants, SubjectFactory subjects) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<HandleTokenRequestContext, ExchangeForTokens>(OpenIddictServerHandlers.Exchange.AttachPrincipal.Descriptor);

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsClientCredentialsGrantType())
        {
            context.SignIn(ForItself(context));
            return;
        }

        var grant = context.Request.IsAuthorizationCodeGrantType()
            ? await RedeemAsync(context)
            : await RotateAsync(context);
        if (grant is null)
            return;

        var issuer = context.Options.Issuer!.AbsoluteUri; // ProtocolServices sets it.
        var principal = TokenPrincipal.Of(grant, issuer, subjects.SessionId(grant.SessionId, grant.ClientId));
        principal.SetRefreshTokenLifetime(grant.ExpiresAt - context.Options.TimeProvider!.GetUtcNow()); // OpenIddict sets it at the start.
        context.SignIn(principal);
    }

    private async ValueTask<Grant?> RedeemAsync(HandleTokenRequestContext context)
    {
        var grant = await grants.RedeemAsync(GrantId(context.AuthorizationCodePrincipal), context.ClientId!, context.CancellationToken); // Authenticated by now.
        if (grant is null)
            context.Reject(ErrorCodes.InvalidGrant, "The authorization code has been used, or its grant has ended.");
        return grant;
    }

    private async ValueTask<Grant?> RotateAsync(HandleTokenRequestContext context)
    {
        var generation = int.Parse(context.RefreshTokenPrincipal!.GetClaim(GrantClaims.Generation)!, CultureInfo.InvariantCulture); // OpenSealedToken set it.
        switch (await grants.RotateAsync(GrantId(context.RefreshTokenPrincipal), context.ClientId!, generation, context.CancellationToken)) // As above.
        {
            case RotationOutcome.Rotated(var grant):
                return grant;
            case RotationOutcome.Reused:
                context.Reject(ErrorCodes.InvalidGrant, "The refresh token was used before; its grant has been revoked.");
                return null;
            case RotationOutcome.Ended:
                context.Reject(ErrorCodes.InvalidGrant, "The grant behind the refresh token has ended.");
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>RFC 6749 §4.4: the client is its own subject, and nothing is stored.</summary>
    private static ClaimsPrincipal ForItself(HandleTokenRequestContext context)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ClaimNames.Name, ClaimNames.Role);
        var scopes = context.Request.GetScopes();
        return new ClaimsPrincipal(identity)
            .SetClaim(ClaimNames.Subject, context.ClientId)
            .SetScopes(scopes)
            .SetResources(context.Options.Issuer!.AbsoluteUri) // As above.
            .SetDestinations(static _ => [Destinations.AccessToken]);
    }

    private static Guid GrantId(ClaimsPrincipal? principal) => Guid.Parse(principal!.GetClaim(GrantClaims.Grant)!); // OpenSealedToken set it.
}
