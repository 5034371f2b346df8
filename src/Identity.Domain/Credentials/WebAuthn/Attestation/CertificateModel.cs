using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The model an attestation certificate names: the extension id-fido-gen-ce-aaguid (§8.2.1).</summary>
internal static class CertificateModel
{
    private const string Oid = "1.3.6.1.4.1.45724.1.1.4";

    /// <returns>The model, or null when the certificate names none.</returns>
    /// <exception cref="WebAuthnException">The extension is critical or none.</exception>
    public static Guid? Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == Oid);
        if (extension is null)
            return null;
        try
        {
            // The extension is not critical, and wraps the sixteen bytes in a second OCTET STRING.
            var value = AsnDecoder.ReadOctetString(extension.RawData, AsnEncodingRules.DER, out var used);
            WebAuthnException.Unless(!extension.Critical && used == extension.RawData.Length && value.Length == 16, WebAuthnError.InvalidAttestation);
            return new Guid(value, bigEndian: true);
        }
        catch (AsnContentException)
        {
            throw new WebAuthnException(WebAuthnError.InvalidAttestation);
        }
    }
}
