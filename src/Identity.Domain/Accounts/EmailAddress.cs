using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Identity.Domain.Accounts;

/// <summary>
/// An e-mail address (RFC 5321 §4.1.2, RFC 6531 for other scripts), as its owner spells it. Two addresses are equal when
/// their keys are: whatever the case, the normal form and the way the domain is written.
/// </summary>
/// <remarks>Not supported: quoted local parts, comments and address literals, because no citizen's mailbox has one.</remarks>
public sealed partial class EmailAddress : IEquatable<EmailAddress>
{
    /// <summary>The longest address that fits a path (RFC 5321 §4.5.3.1.3, less its brackets).</summary>
    public const int MostOctets = 254;

    /// <summary>The longest key: lower case may take more room than what was typed.</summary>
    public const int LongestKey = 320;

    private const int MostLocalOctets = 64;
    private const int LongestTyped = 1024;

    private EmailAddress(string spelling, string key) => (Spelling, Key) = (spelling, key);

    /// <summary>The address as its owner writes it, for showing and for sending.</summary>
    public string Spelling { get; }

    /// <summary>What addresses are compared by: lower case, NFC, the domain in punycode. Never shown and never sent to.</summary>
    public string Key { get; }

    /// <summary>Reads what was typed.</summary>
    public static EmailReading Read(string? typed)
    {
        var text = typed is null ? "" : Outside().Replace(typed.Length > LongestTyped ? typed[..LongestTyped] : typed, "");
        if (text.Length == 0)
            return new EmailReading.Empty();
        return typed!.Length <= LongestTyped && TryParse(text, out var address) // Not null, or text would be empty.
            ? new EmailReading.Read(address)
            : new EmailReading.NotAnAddress();
    }

    /// <summary>An address that was read before and comes back from a table or a configuration.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static EmailAddress Parse(string spelling) => TryParse(spelling, out var address)
        ? address
        : throw new FormatException("What is kept as an e-mail address is none.");

    /// <inheritdoc/>
    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Never the address: this text may find its way into a log.</summary>
    public override string ToString() => nameof(EmailAddress);

    private static bool TryParse(string text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (!UnicodeText.TryNormalize(text, out var spelling))
            return false;
        var at = spelling.LastIndexOf('@');
        if (at < 1 || EmailDomain.ToAscii(spelling[(at + 1)..]) is not { } domain)
            return false;
        var local = spelling[..at];
        if (!EmailLocalPart.IsDotString(local))
            return false;
        // RFC 6531 §3.3: the limits count octets of UTF-8.
        var octets = Encoding.UTF8.GetByteCount(local);
        if (octets > MostLocalOctets || octets + 1 + domain.Length > MostOctets)
            return false;
        address = new(spelling, $"{local.ToLower(CultureInfo.InvariantCulture)}@{domain}");
        return true;
    }

    // Spaces, and the marks that pasting adds unseen.
    [GeneratedRegex(@"\A[\s\p{Cf}]+|[\s\p{Cf}]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
