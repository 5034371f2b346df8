using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Disavowal;

/// <summary>A link by which somebody who was told of something says that it was not them. Its secret is kept as a hash.</summary>
internal sealed class NoticeLinkRow
{
    public required byte[] TokenHash { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>What they were told: the template of the notice.</summary>
    public required string About { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class NoticeLinkTable : IEntityTypeConfiguration<NoticeLinkRow>
{
    public void Configure(EntityTypeBuilder<NoticeLinkRow> builder)
    {
        builder.ToTable("NoticeLinks").HasKey(row => row.TokenHash);
        builder.Property(row => row.TokenHash).HasMaxLength(32);
        builder.Property(row => row.About).HasMaxLength(64);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
