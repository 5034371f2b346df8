using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Grants;

/// <summary>The <c>jti</c> of an assertion that was accepted, until it would have expired anyway.</summary>
internal sealed class UsedAssertionRow
{
    public required byte[] KeyHash { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class UsedAssertionTable : IEntityTypeConfiguration<UsedAssertionRow>
{
    public void Configure(EntityTypeBuilder<UsedAssertionRow> builder)
    {
        builder.ToTable("UsedAssertions").HasKey(row => row.KeyHash);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
