using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Consent;
using Identity.Domain.Grants;
using Identity.Domain.Verification.Claims;
using Identity.Protocol.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.UserInfo;

/// <summary>OpenID Connect Core §5.3: the claims the citizen agreed to share, as they are now. A claim without a value is left out.</summary>
internal sealed class AnswerUserInfo(ProvenClaims claims) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<HandleUserInfoRequestContext, AnswerUserInfo>(OpenIddictServerHandlers.UserInfo.AttachClaims.Descriptor);

    public async ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        context.Claims.Clear();
        var grant = context.Transaction.GetProperty<Grant>(typeof(Grant).FullName!); // A named type has a full name.
        var scopes = context.AccessTokenPrincipal.GetScopes();
        if (grant is null || !scopes.Contains(OpenIddictConstants.Scopes.OpenId))
        {
            // OpenID Connect Core §5.3.1: the token was given for an OpenID Connect request.
            context.Reject(ErrorCodes.InsufficientScope, "The access token was not given with the scope 'openid'.");
            return;
        }

        // RFC 6749 §6: a token that was refreshed for less opens less.
        var items = SharedItem.All.Where(item => scopes.Contains(item.Scope) && grant.Claims.Contains(item.Name)).ToList();
        var account = await claims.OfAsync(grant.AccountId, items, context.CancellationToken);
        if (account is null)
        {
            context.Reject(ErrorCodes.InvalidToken, "The account behind the token is gone.");
            return;
        }

        context.Subject = grant.Subject;
        foreach (var (name, value) in ClaimValues.Of(account, items))
            context.Claims[name] = value;
    }
}
