using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Identity.Protocol.SigningKeys;

/// <summary>OpenID Connect Registration §2: what a client gets is signed with the algorithm that it registered.</summary>
internal static class ClientSigning
{
    /// <returns>The key that signs the ID tokens of a client; the default key where none of its algorithm signs.</returns>
    public static SigningCredentials For(Client client, OpenIddictServerOptions options) => For(client.IdTokenSignedResponseAlg, options);

    /// <returns>The key that signs with an algorithm; the default key where the operator has none for it.</returns>
    public static SigningCredentials For(string algorithm, OpenIddictServerOptions options) =>
        options.SigningCredentials.FirstOrDefault(key => key.Algorithm == algorithm) ?? options.SigningCredentials[0];
}
