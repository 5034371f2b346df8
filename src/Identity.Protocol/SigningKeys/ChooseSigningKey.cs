using Identity.Domain.Partners;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.SigningKeys;

/// <summary>OpenID Connect Registration §2: an ID token is signed with the algorithm its client registered. Access tokens use the default.</summary>
internal sealed class ChooseSigningKey(ClientDirectory clients) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<GenerateTokenContext, ChooseSigningKey>(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        context.SigningCredentials = context.Options.SigningCredentials[0];
        if (context.TokenType == TokenTypeIdentifiers.IdentityToken && clients.Current.Find(context.ClientId) is { } client)
            context.SigningCredentials = ClientSigning.For(client, context.Options);

        return default;
    }
}
