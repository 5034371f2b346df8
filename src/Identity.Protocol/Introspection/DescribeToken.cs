using System.Globalization;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Introspection;

/// <summary>RFC 7662 §2.2: what a token allows. Not told: claims about the person, which only user-info gives.</summary>
internal sealed class DescribeToken : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.InPlaceOf<HandleIntrospectionRequestContext, DescribeToken>(
        OpenIddictServerHandlers.Introspection.AttachApplicationClaims.Descriptor);

    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        context.Scopes.UnionWith(context.GenericTokenPrincipal.GetScopes());
        // RFC 9470 §6.2: an API judges by these whether the sign-in is enough.
        if (context.GenericTokenPrincipal.GetClaim(ClaimNames.AuthenticationContextReference) is { } acr)
            context.Claims[ClaimNames.AuthenticationContextReference] = acr;
        if (context.GenericTokenPrincipal.GetClaim(ClaimNames.AuthenticationTime) is { } time)
            context.Claims[ClaimNames.AuthenticationTime] = long.Parse(time, CultureInfo.InvariantCulture);
        return default;
    }
}
