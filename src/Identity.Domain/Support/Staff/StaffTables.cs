using Identity.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Staff;

/// <summary>Somebody who works here.</summary>
internal sealed class StaffRow
{
    public Guid Id { get; init; }

    /// <summary>What citizens and colleagues know them by where no name is needed.</summary>
    public required string Sign { get; init; }

    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }

    /// <summary>Their own account as a citizen, which they never see here.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>What their authenticators know them by derives from it.</summary>
    public required byte[] Seed { get; init; }

    public required string InvitedBy { get; init; }

    /// <summary>The one who has to witness that it was they who enrolled; null for anybody who may but whoever invited them.</summary>
    public Guid? WitnessId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When their enrolment was witnessed.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    public string? WitnessedBy { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
}

/// <summary>A passkey of a member of staff.</summary>
internal sealed class StaffPasskeyRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public int Algorithm { get; init; }
    public Guid Aaguid { get; init; }
    public long SignCount { get; init; }
    public bool BackupEligible { get; init; }
    public bool Attested { get; init; }
    public bool HardwareBound { get; init; }
    public required string Transports { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A code that lets somebody enrol once.</summary>
internal sealed class StaffInvitationRow
{
    public required byte[] CodeHash { get; init; }
    public Guid StaffId { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A browser in which a member of staff is signed in. The cookie holds the key; the row holds its SHA-256.</summary>
internal sealed class StaffSessionRow
{
    public Guid Id { get; init; }
    public required byte[] KeyHash { get; init; }
    public Guid StaffId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When they last used their passkey in it; null in one that an invitation began.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed class StaffTable : IEntityTypeConfiguration<StaffRow>
{
    public void Configure(EntityTypeBuilder<StaffRow> builder)
    {
        builder.ToTable("Staff").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Sign).HasMaxLength(8);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Email).HasMaxLength(EmailAddress.MostOctets);
        builder.Property(row => row.EmailKey).HasMaxLength(EmailAddress.LongestKey);
        builder.Property(row => row.Seed).HasMaxLength(16);
        builder.Property(row => row.InvitedBy).HasMaxLength(160);
        builder.Property(row => row.WitnessedBy).HasMaxLength(160);
        builder.HasIndex(row => row.Sign).IsUnique();
        builder.HasIndex(row => row.EmailKey).IsUnique().HasFilter("left_at IS NULL");
    }
}

internal sealed class StaffPasskeyTable : IEntityTypeConfiguration<StaffPasskeyRow>
{
    public void Configure(EntityTypeBuilder<StaffPasskeyRow> builder)
    {
        builder.ToTable("StaffPasskeys").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.CredentialId).HasMaxLength(Credentials.WebAuthn.AttestedCredential.MostIdBytes);
        builder.Property(row => row.Transports).HasMaxLength(160);
        builder.HasIndex(row => row.CredentialId).IsUnique();
        builder.HasIndex(row => row.StaffId);
    }
}

internal sealed class StaffInvitationTable : IEntityTypeConfiguration<StaffInvitationRow>
{
    public void Configure(EntityTypeBuilder<StaffInvitationRow> builder)
    {
        builder.ToTable("StaffInvitations").HasKey(row => row.CodeHash);
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.HasIndex(row => row.StaffId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal sealed class StaffSessionTable : IEntityTypeConfiguration<StaffSessionRow>
{
    public void Configure(EntityTypeBuilder<StaffSessionRow> builder)
    {
        builder.ToTable("StaffSessions").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.HasIndex(row => row.KeyHash).IsUnique();
        builder.HasIndex(row => row.StaffId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
