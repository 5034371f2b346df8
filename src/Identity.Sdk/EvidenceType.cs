namespace Identity.Sdk;

/// <summary>What a piece of evidence is, by the types of OpenID Connect for Identity Assurance.</summary>
public enum EvidenceType
{
    /// <summary><c>document</c>: something issued to the person.</summary>
    Document,

    /// <summary><c>electronic_record</c>: what an organisation holds about them.</summary>
    ElectronicRecord,

    /// <summary><c>vouch</c>: somebody's word.</summary>
    Vouch,

    /// <summary><c>electronic_signature</c>: a signature that only they can make.</summary>
    ElectronicSignature,
}
