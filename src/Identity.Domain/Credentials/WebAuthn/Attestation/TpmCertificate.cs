using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>What the certificate of a TPM's attestation key must be (§8.3.1).</summary>
internal static class TpmCertificate
{
    private const string AlternativeNameOid = "2.5.29.17";
    private const string AttestationKeyUse = "2.23.133.8.3";

    // TCG EK Credential Profile §3.2.9: manufacturer, model and version.
    private static readonly string[] Attributes = ["2.23.133.2.1", "2.23.133.2.2", "2.23.133.2.3"];

    /// <exception cref="WebAuthnException">It is not.</exception>
    public static void Check(X509Certificate2 certificate) => WebAuthnException.Unless(
        certificate.Version == 3
        && certificate.SubjectName.RawData is [0x30, 0x00]
        && Attributes.All(Names(certificate).Contains)
        && certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(uses => uses.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Any(use => use.Value == AttestationKeyUse))
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => !basic.CertificateAuthority), WebAuthnError.InvalidAttestation);

    /// <summary>The attributes of the directory names, which makers write one by one or all in one set.</summary>
    private static HashSet<string> Names(X509Certificate2 certificate) => DerText.Read(DerText.Extension(certificate, AlternativeNameOid), reader =>
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var general = reader.ReadSequence(); general.HasData;)
        {
            if (!general.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 4)))
            {
                general.ReadEncodedValue();
                continue;
            }
            for (var rdns = general.ReadSequence(general.PeekTag()).ReadSequence(); rdns.HasData;)
            {
                for (var set = rdns.ReadSetOf(skipSortOrderValidation: true); set.HasData;)
                    names.Add(set.ReadSequence().ReadObjectIdentifier());
            }
        }
        return names;
    });
}
