using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>The payload of a metadata BLOB (FIDO Metadata Service 3.1 §3.1.6).</summary>
/// <remarks>Not read: entries of UAF and U2F authenticators, which have no AAGUID and do not know who uses them.</remarks>
internal sealed record MetadataBlob(long Number, DateOnly NextUpdate, byte[] Hash, FrozenDictionary<Guid, MetadataEntry> Entries)
{
    /// <summary>Whether it may still be relied on.</summary>
    public bool IsCurrent(DateTimeOffset now, TimeSpan grace) => now < new DateTimeOffset(NextUpdate.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + grace;

    /// <exception cref="MetadataException">It is none.</exception>
    public static MetadataBlob Parse(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            return new(root.GetProperty("no").GetInt64(),
                DateOnly.ParseExact(root.GetProperty("nextUpdate").GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture),
                SHA256.HashData(payload),
                root.GetProperty("entries").EnumerateArray().Select(Entry).OfType<MetadataEntry>().ToFrozenDictionary(entry => entry.Aaguid));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw MetadataException.NotABlob(exception);
        }
    }

    private static MetadataEntry? Entry(JsonElement entry)
    {
        if (!entry.TryGetProperty("aaguid", out var aaguid))
            return null;
        var statuses = entry.GetProperty("statusReports").EnumerateArray().Select(report => report.GetProperty("status").GetString() ?? "");
        var statement = entry.TryGetProperty("metadataStatement", out var found) ? found : default;
        return new(Guid.ParseExact(aaguid.GetString() ?? "", "D"), [.. statuses],
            [.. Texts(statement, "attestationRootCertificates").Select(Certificate).OfType<X509Certificate2>()], [.. Texts(statement, "keyProtection")]);
    }

    private static IEnumerable<string> Texts(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var list)
            ? list.EnumerateArray().Select(item => item.GetString() ?? "")
            : [];

    // One maker's broken certificate must not cost everybody the reports about all others; that model then leads nowhere.
    private static X509Certificate2? Certificate(string base64)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
