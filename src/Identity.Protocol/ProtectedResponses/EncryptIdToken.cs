using Identity.Domain.Partners;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ProtectedResponses;

/// <summary>OpenID Connect Registration §2, <c>id_token_encrypted_response_alg</c>: signed first, and then encrypted for its client.</summary>
internal sealed class EncryptIdToken(ClientDirectory clients) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<GenerateTokenContext, EncryptIdToken>(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + Rule.Between + 100);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.IdentityToken && clients.Current.Find(context.ClientId) is { IdTokenEncryptedResponseAlg: { } algorithm } client)
            context.EncryptionCredentials = ClientEncryption.Of(client, algorithm, client.IdTokenEncryptedResponseEnc);
        return default;
    }
}
