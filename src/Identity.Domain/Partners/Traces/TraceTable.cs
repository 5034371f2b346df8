using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Partners.Traces;

/// <summary>A request of a client that is traced.</summary>
internal sealed class TracedRequestRow
{
    public required string ClientId { get; init; }

    /// <summary>How many more could be written after it: the last one has the least.</summary>
    public int Place { get; init; }

    public required string Contents { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class TraceTable : IEntityTypeConfiguration<TracedRequestRow>
{
    public void Configure(EntityTypeBuilder<TracedRequestRow> builder)
    {
        builder.ToTable("TracedRequests").HasKey(row => new { row.ClientId, row.Place });
        builder.Property(row => row.ClientId).HasMaxLength(200);
        builder.HasIndex(row => row.ExpiresAt);
    }
}
