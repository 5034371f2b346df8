using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The model an attestation certificate names: the extension id-fido-gen-ce-aaguid (§8.2.1).</summary>
internal static class CertificateModel
{
    private const string Oid = "1.3.6.1.4.1.45724.1.1.4";

    /// <exception cref="WebAuthnException">The certificate names another model than the credential.</exception>
    public static void Check(X509Certificate2 certificate, Guid aaguid)
    {
        if (certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid) is not { } extension)
            return;

        // The extension is not critical, and wraps the sixteen bytes in a second OCTET STRING.
        var model = DerText.Read(extension.RawData, reader => reader.ReadOctetString());
        WebAuthnException.Unless(!extension.Critical && model.AsSpan().SequenceEqual(aaguid.ToByteArray(bigEndian: true)), WebAuthnError.InvalidAttestation);
    }
}
