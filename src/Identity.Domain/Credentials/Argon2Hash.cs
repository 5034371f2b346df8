using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NSec.Cryptography;

namespace Identity.Domain.Credentials;

/// <summary>An Argon2id hash (RFC 9106) in the PHC string format: <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>.</summary>
/// <remarks>Not supported: lanes other than one and salts of other sizes, because libsodium computes neither.</remarks>
internal sealed partial record Argon2Hash(Argon2Cost Cost, byte[] Salt, byte[] Hash)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hashes under a new random salt.</summary>
    public static Argon2Hash Create(ReadOnlySpan<byte> password, Argon2Cost cost)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(cost, salt, Derive(password, salt, cost, HashBytes));
    }

    /// <summary>A hash that no password has, which costs as much to check as a true one.</summary>
    public static Argon2Hash Decoy(Argon2Cost cost) =>
        new(cost, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(HashBytes));

    public bool Matches(ReadOnlySpan<byte> password) =>
        CryptographicOperations.FixedTimeEquals(Hash, Derive(password, Salt, Cost, Hash.Length));

    public static Argon2Hash? Parse(string text)
    {
        var match = PhcFormat().Match(text);
        if (!match.Success)
            return null;
        var cost = new Argon2Cost(Number(match, "m"), Number(match, "t"));
        var salt = Bytes(match, "salt");
        var hash = Bytes(match, "hash");
        return cost.IsWithinBounds && salt is { Length: SaltBytes } && hash is { Length: >= 16 and <= 64 }
            ? new(cost, salt, hash)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"$argon2id$v=19$m={Cost.MemoryKib},t={Cost.Passes},p=1${Text(Salt)}${Text(Hash)}");

    private static byte[] Derive(ReadOnlySpan<byte> password, byte[] salt, Argon2Cost cost, int length)
    {
        var parameters = new Argon2Parameters
        {
            DegreeOfParallelism = 1,
            MemorySize = cost.MemoryKib,
            NumberOfPasses = cost.Passes,
        };
        return PasswordBasedKeyDerivationAlgorithm.Argon2id(parameters).DeriveBytes(password, salt, length);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[]? Bytes(Match match, string group)
    {
        var text = match.Groups[group].Value;
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    [GeneratedRegex(@"\A\$argon2id\$v=19\$m=(?<m>[0-9]{1,7}),t=(?<t>[0-9]{1,3}),p=1\$(?<salt>[A-Za-z0-9+/]{1,64})\$(?<hash>[A-Za-z0-9+/]{1,128})\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhcFormat();
}
