using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Sessions;

/// <summary>A browser that a citizen trusts. Its cookie holds the key; the row holds the SHA-256.</summary>
internal sealed class TrustedDeviceRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required byte[] KeyHash { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class TrustedDeviceTable : IEntityTypeConfiguration<TrustedDeviceRow>
{
    public void Configure(EntityTypeBuilder<TrustedDeviceRow> builder)
    {
        builder.ToTable("TrustedDevices").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.AccountId, row.KeyHash }).IsUnique();
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.Property(row => row.Device).HasMaxLength(64);
    }
}
