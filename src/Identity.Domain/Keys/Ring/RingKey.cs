using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;

namespace Identity.Domain.Keys.Ring;

/// <summary>A key of the ring as it stands in the database.</summary>
/// <param name="Id">Stands in clear at the beginning of all that the key has sealed.</param>
/// <param name="Row">Its row.</param>
/// <param name="ClosedBy">What its secret is encrypted by, in words for an operator; null when it stands in clear.</param>
internal sealed record RingKey(Guid Id, int Row, XElement Xml, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool Revoked, string? ClosedBy)
{
    internal static readonly XNamespace Format = "http://schemas.asp.net/2015/03/dataProtection";

    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";

    // Data Protection writes four bytes of its own before the id.
    private const int MarkBytes = 4;
    private const int IdBytes = 16;

    /// <returns>The keys among <paramref name="rows"/>, the oldest first.</returns>
    public static IReadOnlyList<RingKey> Read(IEnumerable<(int Row, string Xml)> rows)
    {
        var elements = rows.Select(row => (row.Row, Xml: XElement.Parse(row.Xml))).ToList();
        var revoked = elements.Where(element => element.Xml.Name == "revocation")
            .Select(element => (string?)element.Xml.Element("key")?.Attribute("id")).OfType<string>().Select(Guid.Parse).ToHashSet();
        return
        [
            .. elements.Where(element => element.Xml.Name == "key").Select(element =>
            {
                var id = (Guid)element.Xml.Attribute("id")!; // Every key has one, and the two times below.
                return new RingKey(id, element.Row, element.Xml, (DateTimeOffset)element.Xml.Element("creationDate")!,
                    (DateTimeOffset)element.Xml.Element("expirationDate")!, revoked.Contains(id), Closed(element.Xml));
            }).OrderBy(key => key.CreatedAt),
        ];
    }

    /// <returns>The id of the key that has sealed this, or nothing when it is too short to be sealed.</returns>
    public static Guid? That(byte[] sealedBytes) =>
        sealedBytes.Length >= MarkBytes + IdBytes ? new Guid(sealedBytes.AsSpan(MarkBytes, IdBytes)) : null;

    private static string? Closed(XElement key)
    {
        if (key.Descendants(Format + "encryptedSecret").FirstOrDefault() is not { } secret)
            return null;
        if (secret.Element(KeyFileEncryptor.Element) is { } file)
            return $"key file {(string?)file.Attribute("id")}";
        if (secret.Descendants(Signature + "X509Certificate").FirstOrDefault() is not { } certificate)
            return "something unknown";

        using var read = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate.Value));
        return $"certificate {read.Thumbprint}";
    }
}
