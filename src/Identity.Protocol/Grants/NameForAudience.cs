using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>RFC 9068 §2.2 with OpenID Connect Core §8.1: an access token names the citizen as the APIs that it is for know them.</summary>
internal sealed class NameForAudience : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ProcessSignInContext, NameForAudience>(OpenIddictServerHandlers.PrepareAccessTokenPrincipal.Descriptor);

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.Principal?.GetClaim(GrantClaims.AccessSubject) is { } subject)
            context.AccessTokenPrincipal?.SetClaim(ClaimNames.Subject, subject);
        return default;
    }
}
