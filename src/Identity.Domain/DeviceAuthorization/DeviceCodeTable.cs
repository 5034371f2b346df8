using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>A device that waits for somebody to say yes or no, and for a while after that.</summary>
internal sealed class DeviceCodeRow
{
    /// <summary>SHA-256 of the device's code, which is random enough to need no key.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>HMAC of the code that is shown: its 34 bits could be searched without a key.</summary>
    public required byte[] UserHash { get; init; }

    public required string ClientId { get; init; }
    public required string Scopes { get; init; }
    public required string Resources { get; init; }
    public required string AcrValues { get; init; }

    /// <summary>How long the device has to wait between two questions; it grows.</summary>
    public long IntervalMs { get; init; }

    public DateTimeOffset? PolledAt { get; init; }

    /// <summary>When somebody answered. Without a grant they said no.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public Guid? GrantId { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class DeviceCodeTable : IEntityTypeConfiguration<DeviceCodeRow>
{
    public void Configure(EntityTypeBuilder<DeviceCodeRow> builder)
    {
        builder.ToTable("DeviceCodes").HasKey(row => row.KeyHash);
        builder.HasIndex(row => row.UserHash).IsUnique();
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.Property(row => row.UserHash).HasMaxLength(32);
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.Property(row => row.Scopes).HasMaxLength(4096);
        builder.Property(row => row.AcrValues).HasMaxLength(64);
    }
}
