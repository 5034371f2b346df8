using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Audit;

/// <summary>A signed Merkle root over every chain that grew since the seal before, which is its first leaf.</summary>
internal sealed class AuditSeal
{
    public long Number { get; init; }
    public DateTimeOffset At { get; init; }
    public required byte[] Root { get; init; }
    public int Leaves { get; init; }
    public required string Kid { get; init; }
    public required byte[] Signature { get; init; }
}

/// <summary>One chain's head as a seal saw it.</summary>
internal sealed class AuditSealLeaf
{
    public long Number { get; init; }
    public int Position { get; init; }
    public required string Subject { get; init; }
    public long Seq { get; init; }
    public required byte[] Hash { get; init; }
}

internal sealed class AuditSealTable : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals").HasKey(seal => seal.Number);
        builder.Property(seal => seal.Number).ValueGeneratedNever();
        builder.Property(seal => seal.Kid).HasMaxLength(64);
    }
}

internal sealed class AuditSealLeafTable : IEntityTypeConfiguration<AuditSealLeaf>
{
    public void Configure(EntityTypeBuilder<AuditSealLeaf> builder)
    {
        builder.ToTable("AuditSealLeaves").HasKey(leaf => new { leaf.Number, leaf.Position });
        builder.HasIndex(leaf => new { leaf.Subject, leaf.Seq });
        builder.Property(leaf => leaf.Subject).HasMaxLength(160);
    }
}
