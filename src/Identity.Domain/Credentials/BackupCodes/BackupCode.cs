using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>
/// Sixteen random letters and digits that a citizen keeps on paper (NIST SP 800-63B-4 §3.1.2): 76 bits of the
/// alphabet of <see cref="CopiedText"/>.
/// </summary>
public sealed class BackupCode
{
    private const int Length = 16;

    private readonly string _text;

    private BackupCode(string text) => _text = text;

    /// <summary>A new one.</summary>
    public static BackupCode Create() => new(CopiedText.Create(Length));

    /// <summary>As it is shown and printed: in groups of four.</summary>
    public string Grouped => CopiedText.Group(_text, 4);

    /// <summary>Reads what was typed: spaces, hyphens and case do not matter, nor whose digits they are, nor a letter for its look-alike.</summary>
    /// <returns>Null when it can be no code of ours.</returns>
    public static BackupCode? Read(string? typed) => CopiedText.Read(typed, Length) is { } text ? new(text) : null;

    /// <summary>Whether nothing was typed.</summary>
    public static bool IsEmpty(string? typed) => CopiedText.IsEmpty(typed);

    /// <summary>What is stored. The key is in no table in clear, so that a stolen backup tells nothing to try codes against.</summary>
    public byte[] Hash(ReadOnlySpan<byte> key, Guid account) =>
        HMACSHA256.HashData(key, [.. account.ToByteArray(), .. Encoding.ASCII.GetBytes(_text)]);

    /// <summary>Never the code: this text may find its way into a log.</summary>
    public override string ToString() => nameof(BackupCode);
}
