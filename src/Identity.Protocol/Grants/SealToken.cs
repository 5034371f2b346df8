using System.Globalization;
using Identity.Domain.Grants;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>Writes codes and refresh tokens in our own sealed form, before OpenIddict would make JWTs of them.</summary>
internal sealed class SealToken(SealedTokens tokens, IOptions<GrantOptions> options, TimeProvider clock) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<GenerateTokenContext, SealToken>(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        var principal = context.Principal;
        switch (context.TokenType)
        {
            case TokenTypeIdentifiers.Private.AuthorizationCode:
                context.Token = tokens.Seal(new CodePayload(
                    Guid.Parse(principal.GetClaim(GrantClaims.Grant)!), // AnswerAuthorizationRequest has set it.
                    context.ClientId!, context.Request?.RedirectUri, context.Request?.CodeChallenge, context.Request?.Nonce, // A code is always a client's.
                    principal.GetClaim(ClaimNames.Subject)!, principal.GetScopes(), principal.GetResources(), // As the grant.
                    (clock.GetUtcNow() + options.Value.Code).ToUnixTimeMilliseconds()));
                break;
            case TokenTypeIdentifiers.RefreshToken:
                context.Token = tokens.Seal(new RefreshPayload(
                    Guid.Parse(principal.GetClaim(GrantClaims.Grant)!), // ExchangeForTokens has set both.
                    int.Parse(principal.GetClaim(GrantClaims.Generation)!, CultureInfo.InvariantCulture),
                    context.ClientId!, principal.GetClaim(ClaimNames.Subject)!, principal.GetScopes(), principal.GetResources(), // As above.
                    (principal.GetExpirationDate() ?? clock.GetUtcNow()).ToUnixTimeMilliseconds()));
                break;
        }

        return default;
    }
}
