using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Protocol.Outgoing;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>OpenID Connect Registration §5: the list, at an address of the sector's own, of the redirect URIs that belong to it.</summary>
internal sealed class SectorDocuments(PartnerDocuments documents)
{
    private const int LongestDocument = 64 * 1024;

    /// <returns>What is wrong, or null when the document lists every one of them.</returns>
    public async Task<RegistrationFault?> FaultAsync(Client client, string address, CancellationToken cancellationToken)
    {
        // §5: always over TLS, so that nobody else can say who belongs together.
        if (ClientValidator.AddressFault(address) is { } fault)
            return RegistrationFault.Metadata($"sector_identifier_uri: {fault}");
        var document = await documents.FetchAsync(new Uri(address), "application/json", LongestDocument, cancellationToken);
        if (document.Body is null)
            return RegistrationFault.Metadata($"sector_identifier_uri: {document.Fault}.");
        if (Read(document.Body) is not { } listed)
            return RegistrationFault.Metadata("sector_identifier_uri: it holds no JSON array of addresses.");
        return client.RedirectUris.FirstOrDefault(uri => !listed.Contains(uri)) is { } stray
            ? RegistrationFault.Metadata($"sector_identifier_uri: it does not list '{stray}'.")
            : null;
    }

    private static HashSet<string>? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(body)?.ToHashSet(StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
