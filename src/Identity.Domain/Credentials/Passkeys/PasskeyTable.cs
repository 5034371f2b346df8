using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>A credential record (Web Authentication Level 3 §4): one passkey of one account.</summary>
internal sealed class PasskeyRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required byte[] CredentialId { get; init; }

    /// <summary>As COSE wrote it.</summary>
    public required byte[] PublicKey { get; init; }

    public int Algorithm { get; init; }
    public Guid Aaguid { get; init; }
    public long SignCount { get; init; }

    /// <summary>Whether the authenticator knew who made it.</summary>
    public bool UserVerified { get; init; }

    public bool BackupEligible { get; init; }
    public bool BackedUp { get; init; }

    /// <summary>Separated by spaces.</summary>
    public required string Transports { get; init; }

    public required string AttestationFormat { get; init; }
    public required string AttestationKind { get; init; }

    /// <summary>Whether its attestation led to the entry of its model in the metadata.</summary>
    public bool Attested { get; init; }

    /// <summary>Whether that entry says that its key cannot leave the hardware.</summary>
    public bool HardwareBound { get; init; }

    public string? Nickname { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? SuspendedAt { get; init; }
    public string? SuspendedReason { get; init; }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<PasskeyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyRow> builder)
    {
        builder.ToTable("Passkeys").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.CredentialId).IsUnique();
        builder.HasIndex(row => row.AccountId);
        builder.Property(row => row.CredentialId).HasMaxLength(WebAuthn.AttestedCredential.MostIdBytes);
        builder.Property(row => row.Transports).HasMaxLength(160);
        builder.Property(row => row.AttestationFormat).HasMaxLength(32);
        builder.Property(row => row.AttestationKind).HasMaxLength(16);
        builder.Property(row => row.Nickname).HasMaxLength(PasskeyNickname.Longest * 2);
        builder.Property(row => row.SuspendedReason).HasMaxLength(64);
    }
}
