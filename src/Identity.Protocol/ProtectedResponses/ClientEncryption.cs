using Identity.Domain.Partners;
using Identity.Protocol.Clients;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ProtectedResponses;

/// <summary>
/// OpenID Connect Core §10.2: what a client registered to have its answers encrypted with. Not supported: key agreement and
/// AES-GCM, which the token library cannot write, and RSA1_5, which RFC 8725 §3.2 advises against.
/// </summary>
internal static class ClientEncryption
{
    /// <returns>The key, and the two algorithms.</returns>
    /// <exception cref="InvalidOperationException">There is no such key: nothing is sent that somebody else could read.</exception>
    public static EncryptingCredentials Of(Client client, string algorithm, string content) =>
        new(ClientFacts.Of(client).Keys?.Keys.FirstOrDefault(key => ResponseProtection.Encrypts(key.Kty, key.Use, key.Alg, algorithm))
            ?? throw new InvalidOperationException("A registration without an encryption key is refused."), algorithm, content);
}
