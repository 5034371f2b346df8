using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Identity.Domain.Grants;
using Identity.Domain.Partners;
using Identity.Protocol.Claims;
using Identity.Protocol.PairwiseSubjects;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>Answers the token endpoint once a request is valid: a code or what a device waited for is used, a refresh token rotated, a client served for itself.</summary>
internal sealed class ExchangeForTokens(GrantStore grants, SubjectFactory subjects, ReleasedClaims claims, ClientDirectory clients) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<HandleTokenRequestContext, ExchangeForTokens>(OpenIddictServerHandlers.Exchange.AttachPrincipal.Descriptor);

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsClientCredentialsGrantType())
        {
            ServeForItself(context);
            return;
        }

        var grant = context.Request.IsRefreshTokenGrantType()
            ? await RotateAsync(context)
            : await RedeemAsync(context);
        if (grant is null)
            return;

        var issuer = context.Options.Issuer!.AbsoluteUri; // ProtocolServices sets it.
        var principal = TokenPrincipal.Of(grant, issuer, subjects.SessionId(grant.SidSession, grant.ClientId));
        principal.SetRefreshTokenLifetime(grant.ExpiresAt - context.Options.TimeProvider!.GetUtcNow()); // OpenIddict sets it at the start.
        foreach (var (name, value) in await claims.InIdTokenAsync(grant, alone: false, context.CancellationToken))
            TokenPrincipal.Tell(principal, name, value);
        context.SignIn(principal);
    }

    private async ValueTask<Grant?> RedeemAsync(HandleTokenRequestContext context)
    {
        var grant = await grants.RedeemAsync(GrantId(context.AuthorizationCodePrincipal ?? context.DeviceCodePrincipal), context.ClientId!, context.CancellationToken); // Authenticated by now.
        if (grant is null)
            context.Reject(ErrorCodes.InvalidGrant, "The code has been used, or its grant has ended.");
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
    private void ServeForItself(HandleTokenRequestContext context)
    {
        var (scopes, snapshot) = (context.Request.GetScopes(), clients.Current);
        if (scopes.Any(scope => snapshot.FindScope(scope)?.Resource is null))
        {
            context.Reject(ErrorCodes.InvalidScope, "A client asks for itself only for scopes of APIs: the others are about a person.");
            return;
        }

        var resources = GrantedResources.Of(context.Request.GetResources(), scopes, snapshot);
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ClaimNames.Name, ClaimNames.Role);
        context.SignIn(new ClaimsPrincipal(identity)
            .SetClaim(ClaimNames.Subject, context.ClientId)
            .SetScopes(scopes)
            .SetResources(resources.Length > 0 ? resources : [context.Options.Issuer!.AbsoluteUri]) // ProtocolServices sets it.
            .SetDestinations(static _ => [Destinations.AccessToken]));
    }

    private static Guid GrantId(ClaimsPrincipal? principal) => Guid.Parse(principal!.GetClaim(GrantClaims.Grant)!); // OpenSealedToken or the answer to a device set it.
}
