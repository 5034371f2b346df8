using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Support.Staff;

/// <summary>
/// Twelve random letters and digits that let somebody enrol: 57 bits, so that its hash needs no key. It is typed, so it has
/// no vowels and no look-alikes, and stands in no link.
/// </summary>
public sealed class InvitationCode
{
    private const int Length = 12;
    private const int LongestTyped = 64;

    private readonly string _text;

    private InvitationCode(string text) => _text = text;

    /// <summary>A new one.</summary>
    public static InvitationCode Create() => new(RandomNumberGenerator.GetString(StaffSigns.Letters, Length));

    /// <summary>As it is read out and written down.</summary>
    public string Grouped => string.Join('-', _text.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter.</summary>
    /// <returns>Null when it can be no code of ours.</returns>
    public static InvitationCode? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var text = new string([.. typed.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();
        return text.Length == Length && text.All(letter => StaffSigns.Letters.Contains(letter, StringComparison.Ordinal)) ? new(text) : null;
    }

    internal byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(_text));

    /// <summary>Never the code: this text may find its way into a log.</summary>
    public override string ToString() => nameof(InvitationCode);
}
