using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Identity.Domain.Audit;

/// <summary>The exact text that is hashed and kept: one JSON object with its members in a fixed order.</summary>
internal static class AuditPayload
{
    public const int SaltBytes = 16;

    public static string Write(AuditEntry entry, DateTimeOffset at, IReadOnlyDictionary<string, byte[]> salts)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("subject", entry.Subject.Value);
            json.WriteNumber("at", at.ToUnixTimeMilliseconds());
            json.WriteString("event", entry.Event);
            if (entry.Actor is not null)
                json.WriteString("actor", entry.Actor);
            WriteSorted(json, "details", entry.Details, (_, value) => value);
            WriteSorted(json, "commitments", entry.Personal, (name, value) => Commit(salts[name], value));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Base64url of SHA-256(salt ‖ value).</summary>
    public static string Commit(byte[] salt, string value) =>
        Base64Url.EncodeToString(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(value)]));

    private static void WriteSorted(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> values, Func<string, string, string> map)
    {
        if (values.Count == 0)
            return;

        json.WriteStartObject(name);
        foreach (var (key, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(key, map(key, value));
        json.WriteEndObject();
    }
}
