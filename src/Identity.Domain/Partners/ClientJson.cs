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
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonDocumentOptions Text = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <exception cref="JsonException">It is no registration.</exception>
    public static Client Read(string json)
    {
        using var document = JsonDocument.Parse(json, Text);
        if (document.RootElement.ValueKind is not JsonValueKind.Object)
            throw new JsonException("A registration is a JSON object.");
        // RFC 7591 §3.1: null says the same as nothing; within a value it says nothing that counts.
        var members = document.RootElement.EnumerateObject().Where(member => member.Name != "$schema" && member.Value.ValueKind is not JsonValueKind.Null).ToDictionary(member => member.Name, member => member.Value);
        if (members.Values.Any(HoldsNull))
            throw new JsonException("A value is null. Leave it out.");
        return JsonSerializer.SerializeToElement(members).Deserialize<Client>(Options) ?? throw new JsonException("The file holds no registration.");
    }

    public static string Write(Client client) => JsonSerializer.Serialize(client, Options);

    private static bool HoldsNull(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.EnumerateArray().Any(HoldsNull),
        JsonValueKind.Object => value.EnumerateObject().Any(member => HoldsNull(member.Value)),
        _ => false,
    };
}
