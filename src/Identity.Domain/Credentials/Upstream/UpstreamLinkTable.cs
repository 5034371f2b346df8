using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.Upstream;

/// <summary>That an account can be signed in to by somebody's account at another provider, which is kept as a keyed hash.</summary>
internal sealed class UpstreamLinkRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Provider { get; init; }
    public required byte[] SubjectHash { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
}

internal sealed class UpstreamLinkTable : IEntityTypeConfiguration<UpstreamLinkRow>
{
    public void Configure(EntityTypeBuilder<UpstreamLinkRow> builder)
    {
        builder.ToTable("UpstreamLinks").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Provider).HasMaxLength(64);
        builder.Property(row => row.SubjectHash).HasMaxLength(32);
        builder.HasIndex(row => row.SubjectHash).IsUnique();
        builder.HasIndex(row => new { row.AccountId, row.Provider }).IsUnique();
    }
}
