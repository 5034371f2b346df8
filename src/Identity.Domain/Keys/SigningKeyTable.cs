using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Keys;

/// <summary>A key that signs tokens, with the times of its life; the private half is sealed by Data Protection.</summary>
internal sealed class SigningKeyRow
{
    public required string Kid { get; init; }
    public required string Algorithm { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset AnnouncedAt { get; init; }
    public DateTimeOffset SignsFrom { get; init; }
    public DateTimeOffset SignsUntil { get; init; }
    public DateTimeOffset PublishedUntil { get; init; }
}

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> builder)
    {
        builder.ToTable("SigningKeys").HasKey(row => row.Kid);
        builder.Property(row => row.Kid).HasMaxLength(64);
        builder.Property(row => row.Algorithm).HasMaxLength(16);
        // Two nodes that start together must not both make the first key of an algorithm.
        builder.HasIndex(row => new { row.Algorithm, row.SignsFrom }).IsUnique();
    }
}
