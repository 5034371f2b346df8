using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>A registration as a developer reads and writes it: without secrets, and without what only the operator decides.</summary>
internal static class ApplicationJson
{
    private static readonly string[] Left = ["client_id", "issuer", "paused", "open_to", "organization_name", "client_secret_sha256", "client_secret_sealed", "client_secret_ends"];

    // It is a text of its own, and not put into a page as it is.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Client client)
    {
        var members = JsonNode.Parse(ClientJson.Write(client))!.AsObject(); // A registration is an object.
        foreach (var member in Left)
            members.Remove(member);
        return members.ToJsonString(Readable);
    }

    /// <summary>What is wrong with a text that is none, without the names of our own types.</summary>
    public static string Explain(JsonException fault)
    {
        var words = fault.Message.Split(" Path:")[0];
        var place = fault.Path is { Length: > 0 } path ? $" ({path})" : fault.LineNumber is { } line ? $" (line {line + 1})" : "";
        return (words.Contains("Identity.", StringComparison.Ordinal) ? "there is a member that is not known, or of another type" : words.TrimEnd('.')) + place;
    }
}
