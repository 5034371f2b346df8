using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Identity.Testing.Passkeys;

namespace Identity.Tests.Domain.Credentials.WebAuthn;

/// <summary>The packed attestation of a maker, as its authenticators would write it: right, until a test changes one thing.</summary>
internal sealed record MakerAttestation(TestAuthority Issuer)
{
    public string Subject { get; init; } = "C=GB, O=Test Maker, OU=Authenticator Attestation, CN=Test Key";

    /// <summary>The model its certificate names; the authenticator's own by default.</summary>
    public Guid? Model { get; init; }

    public bool NamesModel { get; init; } = true;

    public bool IsModelCritical { get; init; }

    public bool IsAuthority { get; init; }

    public int Algorithm { get; init; } = -7;

    public DateTimeOffset? End { get; init; }

    /// <summary>Certificates between the maker's and the root.</summary>
    public IReadOnlyList<X509Certificate2> Between { get; init; } = [];

    public AttestationMaker Maker => new("packed", Write);

    private void Write(AttestationRequest request, CborWriter cbor)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = Issuer.Issue(Subject, key, made =>
        {
            made.CertificateExtensions.Add(new X509BasicConstraintsExtension(IsAuthority, false, 0, true));
            if (NamesModel)
                made.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.45724.1.1.4", [0x04, 0x10, .. (Model ?? request.Aaguid).ToByteArray(bigEndian: true)], IsModelCritical));
        }, End);

        cbor.WriteStartMap(3);
        cbor.WriteTextString("alg");
        cbor.WriteInt32(Algorithm);
        cbor.WriteTextString("sig");
        cbor.WriteByteString(key.SignData(request.ToSign, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        cbor.WriteTextString("x5c");
        cbor.WriteStartArray(1 + Between.Count);
        foreach (var each in Between.Prepend(certificate))
            cbor.WriteByteString(each.RawData);
        cbor.WriteEndArray();
        cbor.WriteEndMap();
    }
}
