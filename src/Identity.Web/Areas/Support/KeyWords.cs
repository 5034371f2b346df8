using System.Diagnostics;
using Identity.Domain.Support.Staff;

namespace Identity.Web.Areas.Support;

/// <summary>Why a passkey of staff was not taken, by the key of its words.</summary>
internal static class KeyWords
{
    public static string Of(StaffKeyOutcome outcome) => outcome switch
    {
        StaffKeyOutcome.Expired => "passkey.expired",
        StaffKeyOutcome.Unknown => "support.keys.unknown",
        StaffKeyOutcome.Refused => "support.keys.refused",
        _ => throw new UnreachableException(),
    };
}
