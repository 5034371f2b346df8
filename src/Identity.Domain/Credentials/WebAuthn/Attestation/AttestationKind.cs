namespace Identity.Domain.Credentials.WebAuthn.Attestation;

/// <summary>Attestation types (§6.5.3): who vouches for the authenticator.</summary>
internal enum AttestationKind
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The credential itself.</summary>
    Self,

    /// <summary>A certificate of its maker: Basic, or by an attestation CA; a statement does not tell the two apart.</summary>
    Certified,

    /// <summary>A certificate made for this one credential by an anonymisation CA.</summary>
    Anonymous,
}
