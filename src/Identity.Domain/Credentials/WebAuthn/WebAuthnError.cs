namespace Identity.Domain.Credentials.WebAuthn;

/// <summary>Why a response of an authenticator was refused, each by a step of Web Authentication Level 3 §7.1 and §7.2.</summary>
public enum WebAuthnError
{
    /// <summary>It is not the JSON, CBOR or binary it should be, or has bytes to spare.</summary>
    Malformed,

    /// <summary>It, or a part of it, is longer than any authenticator sends.</summary>
    TooLarge,

    /// <summary>It answers another kind of ceremony.</summary>
    WrongType,

    /// <summary>It answers another challenge.</summary>
    WrongChallenge,

    /// <summary>It was made on a page of another origin.</summary>
    WrongOrigin,

    /// <summary>It was made in a frame of another site.</summary>
    CrossOrigin,

    /// <summary>It was made for another relying party.</summary>
    WrongRelyingParty,

    /// <summary>Nobody touched the authenticator.</summary>
    UserNotPresent,

    /// <summary>The authenticator did not check who it was.</summary>
    UserNotVerified,

    /// <summary>It is backed up and cannot be backed up.</summary>
    InvalidBackupState,

    /// <summary>It can be backed up and could not be before, or the other way round.</summary>
    BackupEligibilityChanged,

    /// <summary>It can be backed up, which the policy does not allow.</summary>
    BackupEligible,

    /// <summary>Its algorithm was not asked for.</summary>
    UnsupportedAlgorithm,

    /// <summary>Its public key is none of its algorithm.</summary>
    InvalidPublicKey,

    /// <summary>The ids of the credential do not agree.</summary>
    CredentialMismatch,

    /// <summary>The format of its attestation is not known here.</summary>
    UnknownAttestationFormat,

    /// <summary>Its attestation does not hold.</summary>
    InvalidAttestation,

    /// <summary>It has no attestation, or one of a kind the policy does not accept.</summary>
    AttestationRequired,

    /// <summary>Its attestation leads to no maker that is trusted.</summary>
    UntrustedAttestation,

    /// <summary>Its model is compromised, or not certified as the policy demands.</summary>
    ModelRefused,

    /// <summary>It names another person than its owner.</summary>
    WrongUser,

    /// <summary>Its signature does not hold.</summary>
    InvalidSignature,

    /// <summary>Its counter did not rise: somebody may have copied the authenticator.</summary>
    CounterFell,
}
