using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ProtectedResponses;

/// <summary>
/// OpenID Connect Core §10.2: what a client registered to have its answers encrypted with. Not supported: key agreement and
/// AES-GCM, which the token library cannot write, and RSA1_5, which RFC 8725 §3.2 advises against. Safe for concurrent use.
/// </summary>
internal sealed class ClientEncryption(ClientKeySets keySets)
{
    /// <summary>What a client is told that publishes no key to encrypt with.</summary>
    public const string NoKey = "The client's 'jwks_uri' gives no key to encrypt with. What it asks for is sent to nobody unencrypted.";

    /// <returns>The key, and the two algorithms; null when the client publishes no such key now, and nothing may be sent.</returns>
    public async ValueTask<EncryptingCredentials?> FindAsync(Client client, string algorithm, string content, CancellationToken cancellationToken) =>
        (await keySets.FindAsync(client, null, cancellationToken))?.Keys.FirstOrDefault(key => ResponseProtection.Encrypts(key.Kty, key.Use, key.Alg, algorithm)) is { } key
            ? new(key, algorithm, content)
            : null;
}
