using System.Runtime.CompilerServices;
using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>OpenID Connect Core §10.1: the octets of a client's secret are its key. Opened once for a registration. Safe for concurrent use.</summary>
internal sealed class SharedKeys(SealedSecrets secrets)
{
    private readonly ConditionalWeakTable<Client, IReadOnlyList<SecurityKey>> _opened = [];

    public IReadOnlyList<SecurityKey> Of(Client client) =>
        _opened.GetValue(client, it => [.. it.ClientSecretSealed.Select(secrets.Open).OfType<byte[]>().Select(secret => new SymmetricSecurityKey(secret))]);
}
