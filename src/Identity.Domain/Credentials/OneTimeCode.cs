using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials;

/// <summary>Six random digits that prove who reads a mailbox or a telephone (NIST SP 800-63B-4 §3.1.3.2). Kept only as a hash.</summary>
public sealed class OneTimeCode
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 6;

    private const int LongestTyped = 64;

    private OneTimeCode(string digits) => Digits = digits;

    /// <summary>The digits, for the message that carries them and nothing else.</summary>
    public string Digits { get; }

    /// <summary>A new code; every one of the million is as likely.</summary>
    public static OneTimeCode Create() =>
        new(RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>Reads what was typed: spaces and hyphens do not matter, nor whose digits they are.</summary>
    public static CodeReading Read(string? typed)
    {
        if (typed?.Length > LongestTyped)
            return new CodeReading.TooLong();
        var digits = new StringBuilder(Length);
        foreach (var rune in (typed ?? "").EnumerateRunes().Where(rune => !IsIgnored(rune)))
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.DecimalDigitNumber)
                return new CodeReading.NotDigits();
            digits.Append((int)Rune.GetNumericValue(rune));
        }
        return digits.Length switch
        {
            0 => new CodeReading.Empty(),
            < Length => new CodeReading.TooShort(),
            > Length => new CodeReading.TooLong(),
            _ => new CodeReading.Read(new(digits.ToString())),
        };
    }

    /// <summary>What is stored: a million codes are soon tried, so the hash needs a key that is not in the table.</summary>
    public byte[] Hash(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt) =>
        HMACSHA256.HashData(key, [.. salt, .. Encoding.ASCII.GetBytes(Digits)]);

    /// <summary>Whether this is the code whose hash was stored, told in the same time whatever the answer.</summary>
    public bool Matches(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt) =>
        CryptographicOperations.FixedTimeEquals(stored, Hash(key, salt));

    /// <summary>Never the digits: this text may find its way into a log.</summary>
    public override string ToString() => nameof(OneTimeCode);

    private static bool IsIgnored(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
