using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Letters;

/// <summary>A code that was posted, as hashes.</summary>
internal sealed class LetterCodeRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>What it proves, and whose it is.</summary>
    public required byte[] Proof { get; init; }

    public required byte[] CodeHash { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? PausedUntil { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class LetterCodeTable : IEntityTypeConfiguration<LetterCodeRow>
{
    public void Configure(EntityTypeBuilder<LetterCodeRow> builder)
    {
        builder.ToTable("LetterCodes").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Proof).HasMaxLength(32);
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.HasIndex(row => row.Proof);
        builder.HasIndex(row => new { row.AccountId, row.CreatedAt });
        builder.HasIndex(row => row.ExpiresAt);
    }
}
