using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Introspection;

/// <summary>
/// RFC 7662 §2.2 and §4: a token is told about to the client it was given to and to the API it is for. To everybody else
/// it is inactive, as if it did not exist.
/// </summary>
internal sealed class RequireOwnerOrAudience(ClientDirectory clients) : IOpenIddictServerHandler<ValidateIntrospectionRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.InPlaceOf<ValidateIntrospectionRequestContext, RequireOwnerOrAudience>(
        OpenIddictServerHandlers.Introspection.ValidateAuthorizedParty.Descriptor);

    public ValueTask HandleAsync(ValidateIntrospectionRequestContext context)
    {
        var token = context.GenericTokenPrincipal!; // ValidateAuthentication lets none through without.
        var api = clients.Current.Find(context.ClientId)?.Resource?.Resource;
        var told = token.HasPresenter(context.ClientId!) // The client has authenticated.
            || (api is not null && token.HasTokenType(OpenIddictConstants.TokenTypeIdentifiers.AccessToken) && token.HasAudience(api));
        if (!told)
            context.Reject(ErrorCodes.InvalidToken, "The token is neither this client's nor for this API.");
        return default;
    }
}
