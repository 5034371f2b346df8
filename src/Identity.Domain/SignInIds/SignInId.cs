using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.SignInIds;

/// <summary>
/// What somebody signs in with who has no e-mail address, such as <c>tulip-marble-window-42</c>: three words and two figures, 37
/// bits by chance. It names an account and proves nothing.
/// </summary>
public sealed record SignInId
{
    private const int Words = 3;
    private const int LongestTyped = 128;

    private SignInId(string text) => Text = text;

    /// <summary>As it is shown, printed and compared.</summary>
    public string Text { get; }

    /// <summary>A new one; whether it is free only the table knows.</summary>
    public static SignInId Create()
    {
        var words = Enumerable.Range(0, Words).Select(_ => SignInWords.All[RandomNumberGenerator.GetInt32(SignInWords.All.Count)]);
        return new($"{string.Join('-', words)}-{RandomNumberGenerator.GetInt32(100).ToString("D2", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Reads what was typed: case does not matter, nor what stands between the words, nor whose figures they are.</summary>
    /// <returns>Null when it can be no ID of ours.</returns>
    public static SignInId? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var parts = Split(typed);
        return parts.Count == Words + 1 && parts.Take(Words).All(SignInWords.Has) && parts[Words] is [>= '0' and <= '9', >= '0' and <= '9']
            ? new(string.Join('-', parts))
            : null;
    }

    /// <summary>Never the ID: this text may find its way into a log.</summary>
    public override string ToString() => nameof(SignInId);

    // Words and figures also part where one touches the other: window42.
    private static List<string> Split(string typed)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            var symbol = Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)Rune.GetNumericValue(rune))
                : rune.IsAscii && Rune.IsLetter(rune) ? char.ToLowerInvariant((char)rune.Value)
                : ' ';
            if (part.Length > 0 && (symbol == ' ' || char.IsAsciiDigit(symbol) != char.IsAsciiDigit(part[0])))
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            if (symbol != ' ')
                part.Append(symbol);
        }

        if (part.Length > 0)
            parts.Add(part.ToString());
        return parts;
    }
}
