using System.Diagnostics;
using Identity.Domain.Support.Lookup;

namespace Identity.Web.Areas.Support;

/// <summary>What the parts of an account are called, by the keys of their words.</summary>
internal static class FileWords
{
    public static string Of(HiddenField field) => field switch
    {
        HiddenField.Name => "claims.name",
        HiddenField.Email => "claims.email",
        HiddenField.Phone => "claims.phone",
        HiddenField.BirthDate => "claims.birthDate",
        _ => throw new UnreachableException(),
    };

    public static string Of(bool held) => held ? "support.account.yes" : "support.account.no";
}
