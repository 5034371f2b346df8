using System.Text.Json.Nodes;

namespace Identity.Testing.Passkeys;

/// <summary>What an authenticator is about to answer: valid, until a test changes one thing before it is signed.</summary>
public sealed class AuthenticatorAnswer
{
    /// <summary>What the browser says: <c>type</c>, <c>challenge</c>, <c>origin</c>, <c>crossOrigin</c>.</summary>
    public required JsonObject ClientData { get; init; }

    public required string RelyingPartyId { get; set; }

    public bool UserPresent { get; set; } = true;

    public bool UserVerified { get; set; } = true;

    public bool BackupEligible { get; set; } = true;

    public bool BackedUp { get; set; } = true;

    public uint SignCount { get; set; }

    public required byte[] CredentialId { get; set; }

    public byte[]? UserHandle { get; set; }

    /// <summary>Changes authenticator data once it is written.</summary>
    public Func<byte[], byte[]> Written { get; set; } = data => data;

    /// <summary>Changes the signature once it is made.</summary>
    public Func<byte[], byte[]> Signed { get; set; } = signature => signature;

    /// <summary>Changes the JSON that the page would post.</summary>
    public Action<JsonObject> Posted { get; set; } = _ => { };

    internal byte Flags(bool attested) => (byte)((UserPresent ? 0x01 : 0) | (UserVerified ? 0x04 : 0) | (BackupEligible ? 0x08 : 0) | (BackedUp ? 0x10 : 0) | (attested ? 0x40 : 0));
}
