namespace Identity.Domain.Credentials.Passkeys;

/// <summary>How a passkey comes to be.</summary>
public enum PasskeyEnrolmentKind
{
    /// <summary>Its owner asked for it.</summary>
    Asked,

    /// <summary>The browser makes it in silence after a sign-in with a password (WebAuthn §5.1.3, conditional mediation).</summary>
    Conditional,
}
