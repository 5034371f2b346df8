namespace Identity.Domain.Credentials.Passkeys;

/// <summary>What a page tells the browser after a change, by the Signal API (WebAuthn §5.1.10).</summary>
/// <param name="RelyingPartyId">The RP ID.</param>
/// <param name="UserId">The user handle, in base64url.</param>
/// <param name="CredentialIds">Every passkey that still signs in, in base64url.</param>
/// <param name="Name">The address of the account.</param>
/// <param name="DisplayName">The name of its owner, or the address.</param>
public sealed record PasskeySignals(string RelyingPartyId, string UserId, IReadOnlyList<string> CredentialIds, string Name, string DisplayName);
