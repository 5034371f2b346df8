using Identity.Sdk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Verification.Runs;

/// <summary>One verification under way, or over.</summary>
internal sealed class VerificationRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Verifier { get; init; }
    public RunStatus Status { get; init; }

    /// <summary>The step that waits, what the verifier wants to know then, and what it was handed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Grows with each answer, so that of two answers to one step the verifier hears one.</summary>
    public int Version { get; init; }

    /// <summary>Until when the verifier may be thinking about an answer.</summary>
    public DateTimeOffset? BusyUntil { get; init; }

    /// <summary>When the person is to be reminded that the step ends soon.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>When it is time to look what became of a wait.</summary>
    public DateTimeOffset? LookAt { get; init; }

    /// <summary>What a browser must bring back.</summary>
    public byte[]? CallbackHash { get; init; }

    /// <summary>What whoever brings a result names it by.</summary>
    public byte[]? HandleHash { get; init; }

    /// <summary>The code that takes it to another device.</summary>
    public byte[]? HandoffHash { get; init; }
    public DateTimeOffset? HandoffUntil { get; init; }

    /// <summary>What the other device shows.</summary>
    public byte[]? DeviceHash { get; init; }

    public RefusalReason? Reason { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class VerificationTable : IEntityTypeConfiguration<VerificationRow>
{
    public void Configure(EntityTypeBuilder<VerificationRow> builder)
    {
        builder.ToTable("Verifications").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Verifier).HasMaxLength(SdkLimits.Name);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Reason).HasConversion<string>().HasMaxLength(24);
        builder.Property(row => row.CallbackHash).HasMaxLength(32);
        builder.Property(row => row.HandleHash).HasMaxLength(32);
        builder.Property(row => row.HandoffHash).HasMaxLength(32);
        builder.Property(row => row.DeviceHash).HasMaxLength(32);
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.CallbackHash);
        builder.HasIndex(row => row.HandleHash);
        builder.HasIndex(row => row.HandoffHash);
        builder.HasIndex(row => row.LookAt);
        builder.HasIndex(row => row.RemindAt);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

/// <summary>A verifier that gave what it may not give: nobody is offered it until an operator has looked.</summary>
internal sealed class VerifierClosureRow
{
    public required string Verifier { get; init; }
    public required string Why { get; init; }
    public DateTimeOffset ClosedAt { get; init; }
}

internal sealed class VerifierClosureTable : IEntityTypeConfiguration<VerifierClosureRow>
{
    public void Configure(EntityTypeBuilder<VerifierClosureRow> builder)
    {
        builder.ToTable("VerifierClosures").HasKey(row => row.Verifier);
        builder.Property(row => row.Verifier).HasMaxLength(SdkLimits.Name);
        builder.Property(row => row.Why).HasMaxLength(512);
    }
}
