using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Journeys;

/// <summary>What a person has answered so far, sealed; keyed in the URL, bound to the browser that began it.</summary>
internal sealed class JourneyRow
{
    public required byte[] KeyHash { get; init; }
    public required string Kind { get; init; }
    public required byte[] BrowserHash { get; init; }
    public required byte[] State { get; init; }
    public int Version { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class JourneyTable : IEntityTypeConfiguration<JourneyRow>
{
    public void Configure(EntityTypeBuilder<JourneyRow> builder)
    {
        builder.ToTable("Journeys").HasKey(row => row.KeyHash);
        builder.Property(row => row.KeyHash).HasMaxLength(32);
        builder.Property(row => row.BrowserHash).HasMaxLength(32);
        builder.Property(row => row.Kind).HasMaxLength(32);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
