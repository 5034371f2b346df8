using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Grants;

/// <summary>An authorization request that a client left beforehand (RFC 9126), sealed.</summary>
internal sealed class PushedRequestRow
{
    public required byte[] KeyHash { get; init; }
    public required byte[] Sealed { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class PushedRequestTable : IEntityTypeConfiguration<PushedRequestRow>
{
    public void Configure(EntityTypeBuilder<PushedRequestRow> builder)
    {
        builder.ToTable("PushedRequests").HasKey(row => row.KeyHash);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
