using System.Text.Json.Nodes;
using Identity.Domain.Consent;
using Identity.Domain.Keys;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Registration;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>What came of reading a registration: the client as it would be, or what is wrong.</summary>
internal sealed record RegistrationReading(Client? Client, RegistrationFault? Fault);

/// <summary>
/// Makes a registration of what somebody sent, by the same rules as every other (<see cref="ClientValidator"/>) and those of
/// this way alone: no more than its right lets it, nobody else's name, signatures that some key here makes, and keys and sectors that
/// can be fetched. Safe for concurrent use.
/// </summary>
internal sealed class RegistrationReader(ClientDirectory clients, ClientStore store, SectorDocuments sectors, SigningKeyRing ring)
{
    /// <summary>How the name of a client begins that registered itself.</summary>
    public const string Prefix = "app-";

    private const string Unsaid = "This application has not said why.";

    private IReadOnlyList<string> Algorithms => [.. ring.Current.Signing.Select(key => key.Algorithm)];

    /// <param name="metadata">As it was sent, and a software statement over it.</param>
    /// <param name="clientId">Whose it is to be.</param>
    public async Task<RegistrationReading> ReadAsync(JsonObject metadata, string clientId, RegistrationRight right, CancellationToken cancellationToken)
    {
        var taken = new JsonObject();
        if (RegistrationMetadata.Take(metadata, taken) is { } mistyped)
            return new(null, mistyped);
        Complete(taken, clientId, right);
        var client = ClientJson.Read(taken.ToJsonString());
        client = client with { Consent = Consents(client) };
        return await FaultAsync(client, right, cancellationToken) is { } fault ? new(null, fault) : new(WithSector(client), null);
    }

    // RFC 7591 §2 and OpenID Connect Registration §2: what counts where nothing is said.
    private void Complete(JsonObject taken, string clientId, RegistrationRight right)
    {
        taken["client_id"] = clientId;
        taken["scope"] ??= right.Scopes;
        taken["id_token_signed_response_alg"] ??= Algorithms.Contains("RS256") ? "RS256" : Algorithms[0];
        taken["client_name"] ??= (taken["redirect_uris"] as JsonArray)?.Select(uri => (string?)uri).Select(uri => Uri.TryCreate(uri, UriKind.Absolute, out var read) ? read.Host : "")
            .FirstOrDefault(host => host.Length > 0) ?? clientId;
        if (taken["grant_types"] is JsonArray grants && !grants.Any(grant => (string?)grant == "authorization_code"))
            taken["response_types"] ??= new JsonArray();
    }

    // A citizen may share what its scopes name, and may leave out each part of it.
    private static ConsentTerms Consents(Client client) => new()
    {
        Claims = SharedItem.All.Where(item => client.Scopes.Contains(item.Scope)).ToDictionary(item => item.Name, _ => new ConsentTerm(false, Unsaid)),
    };

    private async Task<RegistrationFault?> FaultAsync(Client client, RegistrationRight right, CancellationToken cancellationToken)
    {
        // A client of its own making has its secret only when it is registered.
        var faults = store.Faults(client with
        {
            ClientSecretSha256 = [new('0', 64)],
            ClientSecretSealed = client.TokenEndpointAuthMethod == ClientValidator.SecretJwt ? ["0"] : [],
        });
        if (faults.Count > 0)
            return faults[0].StartsWith("redirect", StringComparison.Ordinal) ? RegistrationFault.RedirectUri(string.Join(' ', faults)) : RegistrationFault.Metadata(string.Join(' ', faults));
        var allowed = right.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (client.Scopes.Except(allowed).FirstOrDefault() is { } beyond)
            return RegistrationFault.Metadata($"scope: '{beyond}' is not among what this client may ask for. Write some of {string.Join(' ', allowed)}.");
        if (Unsigned(client) is { } unsigned)
            return RegistrationFault.Metadata($"{unsigned}: no key here signs with it. Write one of {string.Join(", ", Algorithms)}.");
        if (clients.Current.Clients.Any(other => !other.ClientId.StartsWith(Prefix, StringComparison.Ordinal) && ClientNames.AreAlike(other.ClientName, client.ClientName)))
            return RegistrationFault.Metadata("client_name: another application has this name. Write one that citizens can tell from it.");
        return client.SectorIdentifierUri is { } sector ? await sectors.FaultAsync(client, sector, cancellationToken) : null;
    }

    // OpenID Connect Registration §3.2: what is answered is what will be done.
    private string? Unsigned(Client client) => !Algorithms.Contains(client.IdTokenSignedResponseAlg) ? "id_token_signed_response_alg"
        : client.UserinfoSignedResponseAlg is { } algorithm && !Algorithms.Contains(algorithm) ? "userinfo_signed_response_alg" : null;

    // Who answers on a citizen's own machine is anybody: they share no sector.
    private static Client WithSector(Client client) =>
        client.SectorIdentifierUri is null && client.RedirectUris.Select(uri => new Uri(uri)).Any(uri => uri.IsLoopback || uri.Host.Length == 0) ? client with { SectorIdentifier = client.ClientId } : client;
}
