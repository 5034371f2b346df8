using Identity.Domain.Consent;

namespace Identity.Domain.Partners.Applications;

/// <summary>
/// What an application of a partner's keeps beside the rules of every registration: it asks for nothing that is not there, says why
/// it asks, and cannot be taken for another.
/// </summary>
public sealed class ApplicationRules(ClientStore store, ClientDirectory clients)
{
    private const int LongestPurpose = 300;

    /// <summary>What a partner does not decide is as it was, whatever was sent.</summary>
    public static Client Keep(Client before, Client after) => after with
    {
        ClientId = before.ClientId,
        Issuer = before.Issuer,
        Paused = before.Paused,
        OpenTo = before.OpenTo,
        OrganizationName = before.OrganizationName,
        ClientSecretSha256 = KeepsSecret(before, after) ? before.ClientSecretSha256 : [],
        ClientSecretSealed = KeepsSecret(before, after) ? before.ClientSecretSealed : [],
        ClientSecretEnds = KeepsSecret(before, after) ? before.ClientSecretEnds : new Dictionary<string, DateTimeOffset>(),
        Resource = before.Resource,
    };

    // A secret that is sent is kept in another form than one that is signed with.
    private static bool KeepsSecret(Client before, Client after) => after.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal)
        && (before.TokenEndpointAuthMethod == ClientValidator.SecretJwt) == (after.TokenEndpointAuthMethod == ClientValidator.SecretJwt);

    /// <param name="after">How it is to be.</param>
    /// <param name="before">How it is; null for a new one.</param>
    /// <returns>All that is wrong.</returns>
    public IReadOnlyList<ClientFault> Faults(Client after, Client? before) =>
        [.. store.Faults(WithSecret(after)).Select(ClientFault.Of).Concat(Own(after, before)).DistinctBy(fault => fault)];

    // It gets its secret when it is there.
    private static Client WithSecret(Client client) => client.ClientSecretSha256.Count > 0 ? client : client with
    {
        ClientSecretSha256 = client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal) ? [new('0', 64)] : [],
        ClientSecretSealed = client.TokenEndpointAuthMethod == ClientValidator.SecretJwt ? ["0"] : [],
    };

    private IEnumerable<ClientFault> Own(Client client, Client? before)
    {
        var snapshot = clients.Current;
        foreach (var scope in client.Scopes.Where(scope => snapshot.FindScope(scope) is null))
            yield return new("scope", $"'{scope}' is not known here. Leave it out.");
        foreach (var api in client.Resources.Where(resource => snapshot.FindResource(resource) is null))
            yield return new("resources", $"'{api}' is no API that is known here. Leave it out.");
        if (client.ClientName != before?.ClientName && snapshot.Clients.Any(other => other.ClientId != client.ClientId && ClientNames.AreAlike(other.ClientName, client.ClientName)))
            yield return new("client_name", "another application has this name. Write one that people can tell from it.");
        if (client.Consent.Purpose.Length > LongestPurpose)
            yield return new("consent.purpose", $"write at most {LongestPurpose} characters.");
        if (client.GrantTypes.Contains("authorization_code") && client.Consent.Purpose.Trim().Length == 0)
            yield return new("consent.purpose", "say what people can do with it: they read it before they share anything.");
        foreach (var fault in Purposes(client))
            yield return fault;
    }

    private static IEnumerable<ClientFault> Purposes(Client client)
    {
        foreach (var (name, term) in client.Consent.Claims.Concat(client.Consent.Scopes))
        {
            if (term.Purpose.Trim().Length is 0 or > LongestPurpose)
                yield return new("consent", $"say in at most {LongestPurpose} characters why it asks for '{name}'.");
        }

        foreach (var name in client.Consent.Claims.Keys.Where(name => SharedItem.All.All(item => item.Name != name)))
            yield return new("consent", $"'{name}' is nothing that people share here. Leave it out.");
    }
}
