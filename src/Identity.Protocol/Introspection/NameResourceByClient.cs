using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Introspection;

/// <summary>
/// RFC 7662 §2.1: an API may ask about the tokens that are for it. Tokens name it by its resource indicator (RFC 8707),
/// OpenIddict's rules look for its client id: a token for the one is shown as for both.
/// </summary>
internal sealed class NameResourceByClient(ClientDirectory clients) : IOpenIddictServerHandler<ValidateIntrospectionRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ValidateIntrospectionRequestContext, NameResourceByClient>(OpenIddictServerHandlers.Introspection.ValidateTokenType.Descriptor);

    public ValueTask HandleAsync(ValidateIntrospectionRequestContext context)
    {
        var audiences = context.GenericTokenPrincipal?.GetAudiences() ?? [];
        if (clients.Current.Find(context.ClientId)?.Resource is { } api && audiences.Contains(api.Resource))
            context.GenericTokenPrincipal?.SetAudiences(audiences.Add(context.ClientId!)); // Found by it.
        return default;
    }
}
