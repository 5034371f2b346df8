namespace Identity.Domain.Credentials.Passkeys;

/// <summary>How somebody signed in with a passkey, as the authenticator told it this time.</summary>
public sealed record AssertionFacts
{
    /// <summary>Somebody touched it.</summary>
    public required bool UserPresent { get; init; }

    /// <summary>It checked who, by a PIN, a finger or a face.</summary>
    public required bool UserVerified { get; init; }

    /// <summary>It can be on several devices.</summary>
    public required bool BackupEligible { get; init; }

    /// <summary>It is on several devices.</summary>
    public required bool BackedUp { get; init; }

    /// <summary>Its model was proved when it was registered, by a chain that ends in the metadata.</summary>
    public required bool Attested { get; init; }

    /// <summary>That model keeps its keys in hardware, and this one cannot be backed up.</summary>
    public required bool HardwareBound { get; init; }

    /// <summary>Its counter; 0 where it does not count.</summary>
    public required uint SignCount { get; init; }

    /// <summary>Its model, as it says itself.</summary>
    public required Guid Aaguid { get; init; }
}
