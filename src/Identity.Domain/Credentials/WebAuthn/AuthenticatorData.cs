using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Authenticator data (§6.1): what the authenticator itself says, and signs.</summary>
internal sealed record AuthenticatorData(byte[] Raw, byte[] RelyingPartyIdHash, AuthenticatorFlags Flags, uint SignCount, AttestedCredential? Credential)
{
    private const int HashBytes = 32;
    private const int HeadBytes = 37;
    private const int MostBytes = 8192;

    public bool IsUserPresent => Flags.HasFlag(AuthenticatorFlags.UserPresent);

    public bool IsUserVerified => Flags.HasFlag(AuthenticatorFlags.UserVerified);

    public bool IsBackupEligible => Flags.HasFlag(AuthenticatorFlags.BackupEligible);

    public bool IsBackedUp => Flags.HasFlag(AuthenticatorFlags.BackedUp);

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static AuthenticatorData Parse(byte[] bytes)
    {
        WebAuthnException.Unless(bytes.Length >= HeadBytes, WebAuthnError.Malformed);
        WebAuthnException.Unless(bytes.Length <= MostBytes, WebAuthnError.TooLarge);
        var flags = (AuthenticatorFlags)bytes[HashBytes];
        var rest = bytes.AsMemory(HeadBytes);
        var credential = flags.HasFlag(AuthenticatorFlags.AttestedCredential) ? AttestedCredential.Read(ref rest) : null;
        if (flags.HasFlag(AuthenticatorFlags.Extensions))
            CborText.SkipMap(ref rest);

        // §6.1: the length tells what is there, and nothing follows it.
        WebAuthnException.Unless(rest.IsEmpty, WebAuthnError.Malformed);
        return new(bytes, bytes[..HashBytes], flags, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(HashBytes + 1)), credential);
    }

    /// <summary>§7.1 steps 14 to 17, which are §7.2 steps 15 to 18.</summary>
    public void Check(RelyingPartyRules relyingParty, bool presenceRequired, bool verificationRequired)
    {
        // §7.1 step 14, §7.2 step 15: it was made for this relying party.
        WebAuthnException.Unless(CryptographicOperations.FixedTimeEquals(RelyingPartyIdHash, relyingParty.IdHash), WebAuthnError.WrongRelyingParty);

        // §7.1 step 15, §7.2 step 16: somebody is there, but for a conditional creation.
        WebAuthnException.Unless(IsUserPresent || !presenceRequired, WebAuthnError.UserNotPresent);

        // §7.1 step 16, §7.2 step 17: the authenticator knows who.
        WebAuthnException.Unless(IsUserVerified || !verificationRequired, WebAuthnError.UserNotVerified);

        // §7.1 step 17, §7.2 step 18: what cannot be backed up is not backed up.
        WebAuthnException.Unless(IsBackupEligible || !IsBackedUp, WebAuthnError.InvalidBackupState);
    }
}
