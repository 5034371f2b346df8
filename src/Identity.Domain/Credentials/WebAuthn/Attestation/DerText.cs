using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>DER within certificates, read to its end.</summary>
internal static class DerText
{
    /// <exception cref="WebAuthnException">The certificate has no such extension.</exception>
    public static byte[] Extension(X509Certificate2 certificate, string oid) =>
        certificate.Extensions.FirstOrDefault(extension => extension.Oid?.Value == oid)?.RawData ?? throw new WebAuthnException(WebAuthnError.InvalidAttestation);

    /// <exception cref="WebAuthnException">It is no such DER, or something follows it.</exception>
    public static T Read<T>(byte[] der, Func<AsnReader, T> read)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var value = read(reader);
            reader.ThrowIfNotEmpty();
            return value;
        }
        catch (Exception exception) when (exception is AsnContentException or OverflowException)
        {
            throw new WebAuthnException(WebAuthnError.InvalidAttestation);
        }
    }
}
