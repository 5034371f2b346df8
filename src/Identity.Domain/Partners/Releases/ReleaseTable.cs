using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Partners.Releases;

/// <summary>What somebody asked to open to everybody, until somebody else decides.</summary>
internal sealed class ReleaseRequestRow
{
    public required string ClientId { get; init; }
    public int Version { get; init; }
    public int OpenTo { get; init; }
    public Guid AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
}

internal sealed class ReleaseRequestTable : IEntityTypeConfiguration<ReleaseRequestRow>
{
    public void Configure(EntityTypeBuilder<ReleaseRequestRow> builder)
    {
        builder.ToTable("ReleaseRequests").HasKey(row => row.ClientId);
        builder.Property(row => row.ClientId).HasMaxLength(200);
    }
}
