using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>The secret of a client that registered itself. While one replaces another, both count.</summary>
internal sealed class ClientSecrets(SealedSecrets seal)
{
    /// <summary>
    /// RFC 7592 §2.2: a client that shows its secret in an update keeps it, and another that counted beside it ends; one that leaves it
    /// out gets a new one, beside which the last still counts.
    /// </summary>
    /// <param name="before">The registration that is replaced; null for a new one.</param>
    /// <param name="shown">The secret that was sent with it.</param>
    /// <returns>The secret, where it is new, and the client with what is kept of all that count.</returns>
    public (string? Secret, Client Client) For(Client client, Client? before, string? shown)
    {
        client = client with { ClientSecretSha256 = [], ClientSecretSealed = [] };
        if (!client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal))
            return (null, client);
        var signs = client.TokenEndpointAuthMethod == ClientValidator.SecretJwt;
        var secret = shown ?? SecretToken.Make();
        return (shown is null ? secret : null, client with
        {
            ClientSecretSha256 = [Hash(secret), .. shown is null ? before?.ClientSecretSha256.Take(1) ?? [] : []],
            ClientSecretSealed = signs ? [seal.Seal(secret), .. shown is null ? before?.ClientSecretSealed.Take(1) ?? [] : []] : [],
        });
    }

    /// <returns>Whether it is a secret of this client.</returns>
    public static bool Matches(Client client, string shown) => client.ClientSecretSha256.Contains(Hash(shown), StringComparer.OrdinalIgnoreCase);

    private static string Hash(string secret) => Convert.ToHexStringLower(SecretToken.Hash(secret));
}
