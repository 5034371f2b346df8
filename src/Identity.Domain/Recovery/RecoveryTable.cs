using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Recovery;

/// <summary>Somebody has shown enough to get back into an account, now or after a wait.</summary>
internal sealed class RecoveryRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Lost { get; init; }
    public RecoveryProofs Proofs { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset ReadyAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public string? Ending { get; init; }
}

internal sealed class RecoveryTable : IEntityTypeConfiguration<RecoveryRow>
{
    public void Configure(EntityTypeBuilder<RecoveryRow> builder)
    {
        builder.ToTable("Recoveries").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Lost).HasMaxLength(16);
        builder.Property(row => row.Ending).HasMaxLength(16);
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
