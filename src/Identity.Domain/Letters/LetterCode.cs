using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Credentials;

namespace Identity.Domain.Letters;

/// <summary>Ten random letters and digits that come by post: 47 bits, which nobody guesses in the month that they work.</summary>
public sealed class LetterCode
{
    private const int Length = 10;

    private readonly string _text;

    private LetterCode(string text) => _text = text;

    /// <summary>As it is printed: two groups of five.</summary>
    internal string Grouped => CopiedText.Group(_text, 5);

    internal static LetterCode Create() => new(CopiedText.Create(Length));

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter, nor a letter for its look-alike.</summary>
    /// <returns>Null when it can be no code of ours.</returns>
    internal static LetterCode? Read(string? typed) => CopiedText.Read(typed, Length) is { } text ? new(text) : null;

    internal byte[] Hash(ReadOnlySpan<byte> key, Guid row) => HMACSHA256.HashData(key, [.. row.ToByteArray(), .. Encoding.ASCII.GetBytes(_text)]);

    /// <summary>Never the code: this text may find its way into a log.</summary>
    public override string ToString() => nameof(LetterCode);
}
