using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Verification.Ports;

/// <summary>A value that a plugin keeps, sealed, under a keyed hash.</summary>
internal sealed class VerifierValueRow
{
    public required byte[] KeyHash { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class VerifierValueTable : IEntityTypeConfiguration<VerifierValueRow>
{
    public void Configure(EntityTypeBuilder<VerifierValueRow> builder)
    {
        builder.ToTable("VerifierValues").HasKey(row => row.KeyHash);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.HasIndex(row => row.EndsAt);
    }
}
