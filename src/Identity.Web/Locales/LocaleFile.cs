using System.Text.Json;
using System.Text.Unicode;

namespace Identity.Web.Locales;

/// <summary>One file of messages: a JSON object of texts by key, in UTF-8. Every fault in it is named by the file and the key.</summary>
internal static class LocaleFile
{
    /// <summary>More than the words of a room can be, less than anybody would want to hold in memory.</summary>
    public const int MostBytes = 128 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>
    /// The texts by key in the order of the file, null for one that cannot be used; or null when the file as a whole cannot be read.
    /// </returns>
    public static Dictionary<string, string?>? Read(string file, Stream json, List<string> faults)
    {
        if (Bytes(file, json, faults) is not { } bytes)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
                return Texts(file, document.RootElement, faults);
            faults.Add($"{file}: expected an object of texts, not {Kind(document.RootElement)}");
        }
        catch (JsonException problem)
        {
            faults.Add($"{file}: this is not JSON. {problem.Message}");
        }

        return null;
    }

    private static ReadOnlyMemory<byte>? Bytes(string file, Stream json, List<string> faults)
    {
        byte[] buffer = new byte[MostBytes + 1];
        int length = json.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (length > MostBytes)
            faults.Add($"{file}: the file is larger than {MostBytes / 1024} KB");
        else if (!Utf8.IsValid(buffer.AsSpan(0, length)))
            faults.Add($"{file}: the file is not UTF-8");
        else
            return buffer.AsMemory(0, length)[(buffer.AsSpan(0, length).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0)..];
        return null;
    }

    private static Dictionary<string, string?> Texts(string file, JsonElement root, List<string> faults)
    {
        Dictionary<string, string?> texts = new(StringComparer.Ordinal);
        foreach (var entry in root.EnumerateObject())
        {
            var (text, fault) = Text(entry.Value);
            if (!texts.TryAdd(entry.Name, text))
                fault = "stands here twice";
            if (fault is not null)
                faults.Add($"{file}: '{entry.Name}' {fault}");
        }

        return texts;
    }

    private static (string? Text, string? Fault) Text(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return (null, $"is {Kind(value)}, not a text");
        try
        {
            string text = value.GetString() ?? "";
            return string.IsNullOrWhiteSpace(text) ? (null, "is empty") : (text, null);
        }
        catch (InvalidOperationException)
        {
            return (null, "holds half a character");
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
