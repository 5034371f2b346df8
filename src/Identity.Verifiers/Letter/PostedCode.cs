using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Identity.Verifiers.Letter;

/// <summary>
/// A letter that was sent, as it is kept: its code as a hash alone, which cannot be turned back in the month that the code works
/// (PBKDF2, RFC 8018 §5.2).
/// </summary>
internal sealed record PostedCode
{
    private const int Rounds = 100_000;

    /// <summary>What makes the hash of one code differ from that of the same code in another letter.</summary>
    public required string Salt { get; init; }

    /// <summary>Empty when the code was used.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Until when it works, and counts as one of those that may be sent.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Whom it went to, and where.</summary>
    public required IReadOnlyDictionary<string, string> Claims { get; init; }

    [JsonIgnore]
    public bool IsUsed => Hash.Length == 0;

    /// <summary>The same once its code was used: it still counts as a letter.</summary>
    [JsonIgnore]
    public PostedCode Used => this with { Hash = [], Claims = new Dictionary<string, string>() };

    public static byte[] HashOf(string code, string salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(salt), Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);

    /// <summary>Whether this is its code. It takes as long when it is not.</summary>
    public bool Is(string code) => CryptographicOperations.FixedTimeEquals(Hash, HashOf(code, Salt));

    public string ToJson() => JsonSerializer.Serialize(this);

    public static PostedCode? Of(string? json) => json is null ? null : JsonSerializer.Deserialize<PostedCode>(json);

    /// <summary>Nothing of it: this text may find its way into a log.</summary>
    public override string ToString() => nameof(PostedCode);
}
