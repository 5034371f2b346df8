using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Limits;

/// <summary>What was spent of one day's budget, under a key that tells nobody whose it is.</summary>
internal sealed class DayBudgetRow
{
    public required byte[] Key { get; init; }
    public int Used { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class DayBudgetTable : IEntityTypeConfiguration<DayBudgetRow>
{
    public void Configure(EntityTypeBuilder<DayBudgetRow> builder)
    {
        builder.ToTable("DayBudgets").HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(32);
        builder.HasIndex(row => row.EndsAt);
    }
}
