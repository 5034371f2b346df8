using System.Security.Cryptography;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>
/// What authenticators know an account by (WebAuthn §5.4.3): derived one way from its seed, so that it is random, needs
/// no column, and tells nothing about the subjects given to applications.
/// </summary>
internal static class UserHandle
{
    private const int Size = 32;

    public static byte[] Of(byte[] subjectSeed) => HKDF.DeriveKey(HashAlgorithmName.SHA256, subjectSeed, Size, info: "identity passkey user handle"u8.ToArray());
}
