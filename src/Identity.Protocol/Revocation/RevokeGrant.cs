using Identity.Domain.Grants;
using Identity.Protocol.Grants;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Revocation;

/// <summary>
/// RFC 7009 §2.1: revoking a token of a grant ends the grant, so that its access tokens die wherever they are looked up.
/// Not supported: an access token that a client got for itself, which has no row; it is refused by name (§2.2.1).
/// </summary>
internal sealed class RevokeGrant(GrantStore grants) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<HandleRevocationRequestContext, RevokeGrant>(OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor);

    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        var principal = context.GenericTokenPrincipal;
        if (!Guid.TryParse(principal.GetClaim(GrantClaims.Grant) ?? principal.GetClaim(GrantClaims.Id), out var grant))
        {
            context.Reject(ErrorCodes.UnsupportedTokenType, "Access tokens of the client credentials grant cannot be revoked; they expire soon.");
            return;
        }

        // RFC 7009 §2.1: nothing is revoked but the client's own.
        await grants.RevokeAsync(grant, context.Request.ClientId!, context.CancellationToken); // The client has authenticated.
    }
}
