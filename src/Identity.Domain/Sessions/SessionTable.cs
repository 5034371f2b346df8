using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Sessions;

/// <summary>One browser signed in. The cookie holds the key; the row holds its SHA-256.</summary>
internal sealed class SessionRow
{
    public Guid Id { get; init; }
    public required byte[] KeyHash { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public required string Proofs { get; init; }
    public required string Device { get; init; }
    public DateTimeOffset LastUsedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("Sessions").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.KeyHash).IsUnique();
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.ExpiresAt);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.Property(row => row.Proofs).HasMaxLength(256);
        builder.Property(row => row.Device).HasMaxLength(64);
    }
}
