using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>A statement's fields by name; one that its format does not have is refused.</summary>
internal sealed class StatementFields
{
    private const int MostCertificates = 8;

    private readonly Dictionary<string, object> _values = [];

    public static StatementFields Read(ReadOnlyMemory<byte> statement, params IReadOnlyCollection<string> names) => CborText.Read(statement, reader =>
    {
        var fields = new StatementFields();
        reader.ReadMap(name =>
        {
            WebAuthnException.Unless(names.Contains(name), WebAuthnError.InvalidAttestation);
            fields._values.Add(name, Value(reader));
        });
        return fields;
    });

    public bool Has(string name) => _values.ContainsKey(name);

    public byte[] Bytes(string name) => Get<byte[]>(name);

    public string Text(string name) => Get<string>(name);

    public CoseAlgorithm Algorithm(string name) => Get<long>(name) is >= int.MinValue and <= int.MaxValue and var number
        ? (CoseAlgorithm)number
        : throw new WebAuthnException(WebAuthnError.InvalidAttestation);

    /// <summary>The certificates of <c>x5c</c>, the leaf first.</summary>
    public IReadOnlyList<X509Certificate2> Certificates(string name)
    {
        var list = Get<List<byte[]>>(name);
        WebAuthnException.Unless(list.Count is > 0 and <= MostCertificates, WebAuthnError.InvalidAttestation);
        try
        {
            return [.. list.Select(X509CertificateLoader.LoadCertificate)];
        }
        catch (CryptographicException)
        {
            throw new WebAuthnException(WebAuthnError.InvalidAttestation);
        }
    }

    private T Get<T>(string name) => _values.TryGetValue(name, out var found) && found is T value
        ? value
        : throw new WebAuthnException(WebAuthnError.InvalidAttestation);

    private static object Value(CborReader reader) => reader.PeekState() switch
    {
        CborReaderState.ByteString => reader.ReadByteString(),
        CborReaderState.TextString => reader.ReadTextString(),
        CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger => reader.ReadInt64(),
        CborReaderState.StartArray => List(reader),
        _ => throw new WebAuthnException(WebAuthnError.InvalidAttestation),
    };

    private static List<byte[]> List(CborReader reader)
    {
        var list = new List<byte[]>();
        for (var left = reader.ReadStartArray() ?? throw WebAuthnException.Malformed(); left > 0; left--)
            list.Add(reader.ReadByteString());
        reader.ReadEndArray();
        return list;
    }
}
