using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Grants;
using Identity.Protocol.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.UserInfo;

/// <summary>OpenID Connect Core §5.3: the claims the citizen agreed to share, as they are now.</summary>
internal sealed class AnswerUserInfo(ReleasedClaims claims) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
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

        var told = await claims.InUserInfoAsync(grant, scopes, context.CancellationToken);
        if (told is null)
        {
            context.Reject(ErrorCodes.InvalidToken, "The account behind the token is gone.");
            return;
        }

        context.Subject = grant.Subject;
        foreach (var (name, value) in told)
            context.Claims[name] = value;
    }
}
