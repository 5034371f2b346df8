using System.Security.Cryptography;
using System.Text;

namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Where responses may come from.</summary>
internal sealed record RelyingPartyRules(string Id, IReadOnlyCollection<string> Origins)
{
    /// <summary>Whether pages may ask from within a frame of another site.</summary>
    public bool AllowsFrames { get; init; }

    /// <summary>Sites whose frames may ask.</summary>
    public IReadOnlyCollection<string> TopOrigins { get; init; } = [];

    public byte[] IdHash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Id));

    /// <summary>§7.1 steps 7 to 11, which are §7.2 steps 10 to 14 under another type.</summary>
    public void Check(ClientData data, string type, ReadOnlySpan<byte> challengeHash)
    {
        // §7.1 step 7, §7.2 step 10: the type is that of the ceremony.
        WebAuthnException.Unless(data.Type == type, WebAuthnError.WrongType);

        // §7.1 step 8, §7.2 step 11: the challenge is the one that was given out.
        WebAuthnException.Unless(CryptographicOperations.FixedTimeEquals(data.ChallengeHash, challengeHash), WebAuthnError.WrongChallenge);

        // §7.1 step 9, §7.2 step 12: the origin is one that is expected.
        WebAuthnException.Unless(Origins.Contains(data.Origin), WebAuthnError.WrongOrigin);

        // §7.1 step 10, §7.2 step 13: it was not made in a frame, unless that is expected.
        WebAuthnException.Unless(!data.IsCrossOrigin || AllowsFrames, WebAuthnError.CrossOrigin);

        // §7.1 step 11, §7.2 step 14: the page around the frame is one that is expected.
        WebAuthnException.Unless(data.TopOrigin is null || (AllowsFrames && TopOrigins.Contains(data.TopOrigin)), WebAuthnError.CrossOrigin);
    }
}
