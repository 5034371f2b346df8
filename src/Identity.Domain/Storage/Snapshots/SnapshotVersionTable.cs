using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Storage.Snapshots;

/// <summary>Grows with each change of what nodes hold in memory, so that they know when to look again.</summary>
internal sealed class SnapshotVersionRow
{
    public required string Name { get; init; }
    public long Version { get; init; }
}

internal sealed class SnapshotVersionTable : IEntityTypeConfiguration<SnapshotVersionRow>
{
    public void Configure(EntityTypeBuilder<SnapshotVersionRow> builder)
    {
        builder.ToTable("SnapshotVersions").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(64);
    }
}
