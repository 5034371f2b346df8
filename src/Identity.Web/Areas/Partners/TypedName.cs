using System.Globalization;
using System.Text;
using Identity.Domain.Partners.Organisations;

namespace Identity.Web.Areas.Partners;

/// <summary>The name of an organisation, as it was typed.</summary>
internal static class TypedName
{
    /// <returns>The name in one form, without space around it; null when it is none, is too long or holds letters that nobody sees.</returns>
    public static string? Read(string? typed)
    {
        // What is too long is not looked into, and half of a pair of letters has no form.
        if (typed is null or { Length: > 4 * PartnerOrganisation.LongestName } || typed.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            return null;
        var name = typed.Normalize(NormalizationForm.FormC).Trim();
        return name.Length is > 0 and <= PartnerOrganisation.LongestName && !name.Any(IsUnseen) ? name : null;
    }

    // A name that runs backwards or hides letters could be taken for another.
    private static bool IsUnseen(char letter) => char.IsControl(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
