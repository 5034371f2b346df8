using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Identity.Domain.Partners.Applications;

/// <summary>One member of a registration that differs, as it was and as it is to be; null where it is absent.</summary>
public sealed record MemberChange(string Member, string? Before, string? After);

/// <summary>What differs between two states of a registration, and how to carry it over to a third.</summary>
public static class ClientChange
{
    // It is shown to people and not put into a page as it is.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Each member that differs; what is nested is taken apart by its names, with full stops between.</returns>
    public static IReadOnlyList<MemberChange> Between(Client before, Client after)
    {
        var (old, fresh) = (Flat(before), Flat(after));
        return [.. old.Keys.Union(fresh.Keys).Order(StringComparer.Ordinal)
            .Select(member => new MemberChange(member, old.GetValueOrDefault(member), fresh.GetValueOrDefault(member)))
            .Where(change => change.Before != change.After)];
    }

    /// <summary>Makes of <paramref name="now"/> what it is when the change from one state to another is made to it: what both have changed is as in the second.</summary>
    public static Client Onto(Client now, Client before, Client after)
    {
        var (target, old, fresh) = (Parse(now), Parse(before), Parse(after));
        Merge(target, old, fresh);
        return ClientJson.Read(target.ToJsonString());
    }

    private static void Merge(JsonObject target, JsonObject old, JsonObject fresh)
    {
        foreach (var member in old.Select(member => member.Key).Union(fresh.Select(member => member.Key)).ToList())
        {
            if (JsonNode.DeepEquals(old[member], fresh[member]))
                continue;
            if (old[member] is JsonObject oldPart && fresh[member] is JsonObject freshPart && target[member] is JsonObject targetPart)
                Merge(targetPart, oldPart, freshPart);
            else if (fresh[member] is { } value)
                target[member] = value.DeepClone();
            else
                target.Remove(member);
        }
    }

    private static Dictionary<string, string> Flat(Client client)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(flat, "", Parse(client));
        return flat;
    }

    private static void Flatten(Dictionary<string, string> flat, string path, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            var member = path.Length == 0 ? name : $"{path}.{name}";
            if (value is JsonObject { Count: > 0 } nested && name is not "jwks")
                Flatten(flat, member, nested);
            else if (Text(value) is { Length: > 0 } text)
                flat[member] = text;
        }
    }

    // One line for each item of a list; nothing for what is empty.
    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list when list.All(item => item is JsonValue) => string.Join('\n', list.Select(Text)),
        JsonValue text when text.GetValueKind() is JsonValueKind.String => text.GetValue<string>(),
        JsonObject { Count: 0 } => "",
        _ => value.ToJsonString(Readable),
    };

    private static JsonObject Parse(Client client) => JsonNode.Parse(ClientJson.Write(client))!.AsObject(); // A registration is an object.
}
