using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Domain.Partners;

/// <summary>Reads and writes registrations under the names of RFC 7591; an unknown member is a fault, not a surprise later.</summary>
public static class ClientJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="JsonException">It is no registration.</exception>
    public static Client Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var members = document.RootElement.EnumerateObject().Where(member => member.Name != "$schema").ToDictionary(member => member.Name, member => member.Value);
        return JsonSerializer.SerializeToElement(members).Deserialize<Client>(Options) ?? throw new JsonException("The file holds no registration.");
    }

    public static string Write(Client client) => JsonSerializer.Serialize(client, Options);
}
