using System.Text;

namespace Identity.Domain.Accounts;

internal static class EmailLocalPart
{
    // RFC 5322 §3.2.3: what an atom is made of beside letters and digits.
    private const string Specials = "!#$%&'*+-/=?^_`{|}~";

    // RFC 5321 §4.1.2, Dot-string: atoms between single dots.
    public static bool IsDotString(string local) =>
        local.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsAtomText));

    private static bool IsAtomText(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || Specials.Contains((char)rune.Value, StringComparison.Ordinal)
        // RFC 6531 §3.3 allows all of UTF-8; what cannot be seen is left out, since nobody could check what they typed.
        : UnicodeText.IsVisible(rune);
}
