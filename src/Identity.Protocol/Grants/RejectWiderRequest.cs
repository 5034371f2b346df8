using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>
/// RFC 6749 §6 and RFC 8707 §2.2: what is asked for at the token endpoint is at most what was granted. Refused under the
/// names of §5.2 and of RFC 8707 §2; the code or refresh token is not used up by it.
/// </summary>
internal sealed class RejectWiderRequest : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<ValidateTokenRequestContext, RejectWiderRequest>(OpenIddictServerHandlers.Exchange.ValidateGrantedScopes.Descriptor);

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if ((context.AuthorizationCodePrincipal ?? context.DeviceCodePrincipal ?? context.RefreshTokenPrincipal) is not { } granted)
            return default;

        if (context.Request.GetScopes().Except(granted.GetScopes()).Any())
            context.Reject(ErrorCodes.InvalidScope, "The 'scope' holds a value that was not granted.");
        else if (context.Request.GetResources() is { IsDefaultOrEmpty: false } named && named.Except(granted.GetResources()).Any())
            context.Reject(ErrorCodes.InvalidTarget, "The 'resource' is not one that was granted.");
        return default;
    }
}
