using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Identity.Tests.Domain.Credentials.WebAuthn;

namespace Identity.Tests.Domain.Credentials.Passkeys;

/// <summary>A metadata BLOB as FIDO would sign it: right, until a test changes one thing.</summary>
internal sealed class TestMetadata
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestAuthority Root { get; init; } = TestAuthority.Create();

    /// <summary>The maker of the one model it describes.</summary>
    public TestAuthority Maker { get; init; } = TestAuthority.Create("CN=Test Maker Root");

    public Guid Aaguid { get; init; } = Guid.Parse("01020304-0506-0708-0102-030405060708");

    public long Number { get; set; } = 7;

    public string NextUpdate { get; set; } = "2026-06-30";

    public string Signer { get; set; } = "mds.fidoalliance.org";

    public string Algorithm { get; set; } = "ES256";

    public DateTimeOffset? SignerEnd { get; set; }

    public IList<string> Statuses { get; } = ["FIDO_CERTIFIED", "FIDO_CERTIFIED_L1"];

    public IList<string> KeyProtection { get; } = ["hardware", "secure_element"];

    /// <summary>Changes the text once it is signed.</summary>
    public Func<string, string> Signed { get; set; } = text => text;

    public string Write()
    {
        var certificate = Root.Issue("CN=Metadata Signer", _key, request =>
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(Signer);
            request.CertificateExtensions.Add(names.Build());
        }, SignerEnd);
        var header = Part(new { alg = Algorithm, typ = "JWT", x5c = new[] { Convert.ToBase64String(certificate.RawData) } });
        var signed = $"{header}.{Part(Payload())}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256);
        return Signed($"{signed}.{Base64Url.EncodeToString(signature)}");
    }

    private object Payload() => new
    {
        no = Number,
        nextUpdate = NextUpdate,
        entries = new object[]
        {
            new { attestationCertificateKeyIdentifiers = new[] { "7c0903708b87115b0b422def3138c3c864e44573" }, statusReports = new[] { new { status = "REVOKED" } } },
            new
            {
                aaguid = Aaguid.ToString("D"),
                statusReports = Statuses.Select(status => new { status, effectiveDate = "2026-01-01" }),
                metadataStatement = new
                {
                    keyProtection = KeyProtection,
                    attestationRootCertificates = new[] { Convert.ToBase64String(Maker.Certificate.RawData), "not a certificate" },
                },
            },
        },
    };

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
