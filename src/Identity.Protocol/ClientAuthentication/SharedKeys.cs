using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>OpenID Connect Core §10.1: the octets of a client's secret are its key. Opened once for a registration. Safe for concurrent use.</summary>
internal sealed class SharedKeys(SealedSecrets secrets, TimeProvider clock)
{
    private readonly ConditionalWeakTable<Client, IReadOnlyList<(string Hash, SecurityKey Key)>> _opened = [];

    /// <returns>Those that count now.</returns>
    public IReadOnlyList<SecurityKey> Of(Client client) =>
        [.. _opened.GetValue(client, Open).Where(opened => client.Counts(opened.Hash, clock.GetUtcNow())).Select(opened => opened.Key)];

    private IReadOnlyList<(string, SecurityKey)> Open(Client client) =>
        [.. client.ClientSecretSealed.Select(secrets.Open).OfType<byte[]>().Select(secret => (Convert.ToHexStringLower(SHA256.HashData(secret)), (SecurityKey)new SymmetricSecurityKey(secret)))];
}
