using System.Diagnostics;
using Identity.Domain.Support.Desk;

namespace Identity.Web.Areas.Support;

/// <summary>What is said at a desk, by the keys of the words.</summary>
internal static class DeskWords
{
    public static string Of(DeskDocument document) => document switch
    {
        DeskDocument.PassportWithChip => "support.document.passportWithChip",
        DeskDocument.Passport => "support.document.passport",
        DeskDocument.DrivingLicence => "support.document.drivingLicence",
        DeskDocument.IdentityCard => "support.document.identityCard",
        DeskDocument.ResidencePermit => "support.document.residencePermit",
        DeskDocument.BirthCertificate => "support.document.birthCertificate",
        _ => throw new UnreachableException(),
    };

    public static string Of(DeskDoubt doubt) => doubt switch
    {
        DeskDoubt.Details => "support.doubt.details",
        DeskDoubt.Likeness => "support.doubt.likeness",
        DeskDoubt.OutOfDate => "support.doubt.outOfDate",
        DeskDoubt.NotGenuine => "support.doubt.notGenuine",
        DeskDoubt.Nothing => "support.doubt.nothing",
        _ => throw new UnreachableException(),
    };

    public static string Of(DeskConflict conflict) => conflict switch
    {
        DeskConflict.Own => "support.conflict.own",
        DeskConflict.Relative => "support.conflict.relative",
        DeskConflict.Involved => "support.conflict.involved",
        DeskConflict.Already => "support.conflict.already",
        DeskConflict.TooMany => "support.conflict.tooMany",
        DeskConflict.TooShort => "support.conflict.tooShort",
        DeskConflict.DocumentNeeded => "support.conflict.documentNeeded",
        _ => throw new UnreachableException(),
    };
}
