using System.Security.Cryptography;
using Identity.Domain.Keys;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Identity.Protocol.SigningKeys;

/// <summary>Gives OpenIddict the keys of the ring. Run again whenever the ring turns.</summary>
internal sealed class ConfigureSigningKeys(SigningKeyRing ring, InstanceSecrets secrets) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        var keys = ring.Current;
        // Those that sign stand first, the default algorithm before all; the others are published for verification.
        foreach (var key in keys.Signing.Concat(keys.Published.Except(keys.Signing)))
            options.SigningCredentials.Add(Credentials(key));

        // OpenIddict wants one; nothing is encrypted with it, as codes and refresh tokens are sealed by Data Protection.
        options.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(secrets.Get("openiddict-encryption")), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static SigningCredentials Credentials(SigningKey key)
    {
        SecurityKey security = key.Key switch
        {
            ECDsa ecdsa => new ECDsaSecurityKey(ecdsa) { KeyId = key.Kid },
            RSA rsa => new RsaSecurityKey(rsa) { KeyId = key.Kid },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new SigningCredentials(security, key.Algorithm);
    }
}
