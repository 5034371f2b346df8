using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Phones;

/// <summary>A telephone that its owner has shown to answer. Several accounts may share one, as a household does.</summary>
internal sealed class PhoneRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Number { get; init; }
    public bool TakesTexts { get; init; }
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When a code sent there last came back.</summary>
    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>When the gateway last said that a message arrived.</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    /// <summary>Since when the gateway says that there is no such number.</summary>
    public DateTimeOffset? UnreachableAt { get; init; }
}

internal sealed class PhoneTable : IEntityTypeConfiguration<PhoneRow>
{
    public void Configure(EntityTypeBuilder<PhoneRow> builder)
    {
        builder.ToTable("Phones").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(PhoneNumber.Longest);
        builder.HasIndex(row => new { row.AccountId, row.Number }).IsUnique();
        builder.HasIndex(row => row.Number);
    }
}
