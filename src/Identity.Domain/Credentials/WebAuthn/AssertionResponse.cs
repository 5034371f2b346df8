namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>What a browser sends after <c>navigator.credentials.get()</c> (§5.2.2).</summary>
internal sealed record AssertionResponse(byte[] CredentialId, ClientData ClientData, byte[] AuthenticatorData, byte[] Signature, byte[]? UserHandle)
{
    // §5.4.3: a user handle has 64 bytes at most.
    private const int MostUserHandle = 64;

    /// <exception cref="WebAuthnException">It is none.</exception>
    public static AssertionResponse Parse(string? json)
    {
        using var credential = CredentialJson.Parse(json);
        return new(credential.CredentialId, ClientData.Parse(credential.Bytes("clientDataJSON")), credential.Bytes("authenticatorData"),
            credential.Bytes("signature"), credential.BytesIfAny("userHandle", MostUserHandle));
    }
}
