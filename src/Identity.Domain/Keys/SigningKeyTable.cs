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
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The last audit seal there was when the key was revoked.</summary>
    public long? LastSeal { get; init; }

    public KeyLife Life => new(AnnouncedAt, SignsFrom, SignsUntil, PublishedUntil);

    public KeyRevocation? Revocation => RevokedAt is { } at ? new KeyRevocation(at, LastSeal ?? 0) : null;
}

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<SigningKeyRow> builder)
    {
        builder.ToTable("SigningKeys").HasKey(row => row.Kid);
        builder.Ignore(row => row.Life).Ignore(row => row.Revocation);
        builder.Property(row => row.Kid).HasMaxLength(64);
        builder.Property(row => row.Algorithm).HasMaxLength(16);
    }
}
