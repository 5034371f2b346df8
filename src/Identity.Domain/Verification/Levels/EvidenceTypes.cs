using System.Diagnostics;
using Identity.Sdk;

namespace Identity.Domain.Verification.Levels;

/// <summary>The names that OpenID Connect for Identity Assurance gives to types of evidence.</summary>
public static class EvidenceTypes
{
    public static string NameOf(EvidenceType type) => type switch
    {
        EvidenceType.Document => "document",
        EvidenceType.ElectronicRecord => "electronic_record",
        EvidenceType.Vouch => "vouch",
        EvidenceType.ElectronicSignature => "electronic_signature",
        _ => throw new UnreachableException(),
    };

    /// <returns>Null for a name that is none of them.</returns>
    public static EvidenceType? Read(string name)
    {
        foreach (var type in Enum.GetValues<EvidenceType>())
        {
            if (NameOf(type) == name)
                return type;
        }

        return null;
    }
}
