using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Identity.Protocol.Clients;

/// <summary>
/// Checks a client's secret by SHA-256 in constant time: secrets are 256 random bits, so that a slow hash would protect
/// nothing and cost every request. Two hashes count while a secret is being replaced.
/// </summary>
internal sealed class ClientApplicationManager(
    IOpenIddictApplicationCache<Client> cache, ILogger<OpenIddictApplicationManager<Client>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<Client> store)
    : OpenIddictApplicationManager<Client>(cache, logger, options, store)
{
    protected override ValueTask<bool> ValidateClientSecretAsync(string secret, string comparand, CancellationToken cancellationToken = default)
    {
        var presented = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        var matches = false;
        foreach (var hash in comparand.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            matches |= CryptographicOperations.FixedTimeEquals(presented, Convert.FromHexString(hash));
        return new(matches);
    }
}
