using Identity.Domain.Partners;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ProtectedResponses;

/// <summary>OpenID Connect Registration §2, <c>id_token_encrypted_response_alg</c>: signed first, and then encrypted for its client.</summary>
internal sealed class EncryptIdToken(ClientDirectory clients, ClientEncryption encryption) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<GenerateTokenContext, EncryptIdToken>(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + Rule.Between + 100);

    public async ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType != TokenTypeIdentifiers.IdentityToken || clients.Current.Find(context.ClientId) is not { IdTokenEncryptedResponseAlg: { } algorithm } client)
            return;
        if (await encryption.FindAsync(client, algorithm, client.IdTokenEncryptedResponseEnc, context.CancellationToken) is { } credentials)
            context.EncryptionCredentials = credentials;
        else
            context.Reject(ErrorCodes.TemporarilyUnavailable, ClientEncryption.NoKey);
    }
}
