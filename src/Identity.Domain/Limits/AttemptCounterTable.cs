using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Limits;

/// <summary>Failures in a row under a key that tells nobody whose they are.</summary>
internal sealed class AttemptCounterRow
{
    public required byte[] Key { get; init; }
    public int Failures { get; init; }
    public DateTimeOffset LastFailureAt { get; init; }
}

internal sealed class AttemptCounterTable : IEntityTypeConfiguration<AttemptCounterRow>
{
    public void Configure(EntityTypeBuilder<AttemptCounterRow> builder)
    {
        builder.ToTable("AttemptCounters").HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(32);
        builder.HasIndex(row => row.LastFailureAt);
    }
}
