using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>The extension by which an Android keystore describes a key (§8.4.1).</summary>
internal sealed record AndroidKeyDescription(byte[] Challenge, AuthorizationList Software, AuthorizationList Hardware)
{
    private const string Oid = "1.3.6.1.4.1.11129.2.1.17";

    /// <exception cref="WebAuthnException">The certificate has none.</exception>
    public static AndroidKeyDescription Of(X509Certificate2 certificate) => DerText.Read(DerText.Extension(certificate, Oid), reader =>
    {
        var fields = reader.ReadSequence();
        fields.ReadInteger();
        fields.ReadEncodedValue();
        fields.ReadInteger();
        fields.ReadEncodedValue();
        var challenge = fields.ReadOctetString();
        fields.ReadOctetString();
        var description = new AndroidKeyDescription(challenge, AuthorizationList.Read(fields.ReadSequence()), AuthorizationList.Read(fields.ReadSequence()));
        fields.ThrowIfNotEmpty();
        return description;
    });
}

/// <summary>What a key may do, as software or hardware enforces it. Of its many tags three matter here.</summary>
internal sealed record AuthorizationList(IReadOnlyList<int> Purposes, bool AllApplications, int? Origin)
{
    public const int Sign = 2;
    public const int Generated = 0;

    private const int PurposeTag = 1;
    private const int AllApplicationsTag = 600;
    private const int OriginTag = 702;

    public static AuthorizationList Read(AsnReader fields)
    {
        var (purposes, all, origin) = (new List<int>(), false, (int?)null);
        while (fields.HasData)
        {
            var tag = fields.PeekTag();
            if (tag.TagClass is not TagClass.ContextSpecific)
                throw new AsnContentException();
            switch (tag.TagValue)
            {
                case PurposeTag:
                    for (var set = fields.ReadSequence(tag).ReadSetOf(); set.HasData;)
                        purposes.Add((int)set.ReadInteger());
                    break;
                case OriginTag:
                    origin = (int)fields.ReadSequence(tag).ReadInteger();
                    break;
                default:
                    all |= tag.TagValue == AllApplicationsTag;
                    fields.ReadEncodedValue();
                    break;
            }
        }
        return new(purposes, all, origin);
    }
}
