using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>The secret of a client that registered itself. While one replaces another, both count.</summary>
internal static class ClientSecrets
{
    /// <summary>
    /// RFC 7592 §2.2: a client that shows its secret in an update keeps it, and another that counted beside it ends; one that leaves it
    /// out gets a new one, beside which the last still counts.
    /// </summary>
    /// <param name="before">The registration that is replaced; null for a new one.</param>
    /// <param name="shown">The secret that was sent with it.</param>
    /// <returns>The secret, where it is new, and the hashes of all that count.</returns>
    public static (string? Secret, IReadOnlyList<string> Kept) For(Client client, Client? before, string? shown)
    {
        if (!client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal))
            return (null, []);
        if (shown is not null)
            return (null, [Hash(shown)]);
        var secret = SecretToken.Make();
        return (secret, [Hash(secret), .. before?.ClientSecretSha256.Take(1) ?? []]);
    }

    /// <returns>Whether it is a secret of this client.</returns>
    public static bool Matches(Client client, string shown) => client.ClientSecretSha256.Contains(Hash(shown), StringComparer.OrdinalIgnoreCase);

    private static string Hash(string secret) => Convert.ToHexStringLower(SecretToken.Hash(secret));
}
