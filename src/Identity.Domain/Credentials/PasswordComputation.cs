using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Identity.Domain.Credentials;

/// <summary>Hashes and checks on the calling thread: Argon2id, and ASP.NET Core Identity's PBKDF2 for older accounts.</summary>
internal sealed class PasswordComputation(Argon2Cost cost)
{
    private static readonly PasswordHasher<object> Pbkdf2 = new();
    private static readonly object NoUser = new();

    private readonly Argon2Hash _decoy = Argon2Hash.Decoy(cost);

    public string Hash(string password) => OnBytes(password, bytes => Argon2Hash.Create(bytes, cost).ToString());

    /// <summary>Checks against a stored hash; null and what cannot be read cost the same and are never correct.</summary>
    public PasswordCheck Check(string? stored, string password) => Argon2Hash.Parse(stored ?? "") switch
    {
        { } hash => OnBytes(password, bytes => hash.Matches(bytes)) ? Correct(password, hash.Cost.IsWeakerThan(cost)) : new PasswordCheck.Wrong(),
        null when IsPbkdf2(stored, password) => Correct(password, upgrade: true),
        null => Refuse(password),
    };

    private PasswordCheck.Correct Correct(string password, bool upgrade) => new(upgrade ? Hash(password) : null);

    private PasswordCheck.Wrong Refuse(string password)
    {
        OnBytes(password, bytes => _decoy.Matches(bytes));
        return new();
    }

    // Identity's own format: base64 of a marker byte (1 is version 3), then the parameters, salt and subkey.
    private static bool IsPbkdf2(string? stored, string password) =>
        stored is { Length: > 0 and <= 512 } && stored[0] != '$' && IsBase64(stored)
        && Pbkdf2.VerifyHashedPassword(NoUser, stored, password) != PasswordVerificationResult.Failed;

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static T OnBytes<T>(string password, Func<byte[], T> compute)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        try
        {
            return compute(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
