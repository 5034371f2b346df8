using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Keys;

/// <summary>A secret that is made once and must never change, such as what pairwise subjects derive from.</summary>
internal sealed class InstanceSecretRow
{
    public required string Name { get; init; }
    public required byte[] Sealed { get; init; }
}

internal sealed class InstanceSecretTable : IEntityTypeConfiguration<InstanceSecretRow>
{
    public void Configure(EntityTypeBuilder<InstanceSecretRow> builder)
    {
        builder.ToTable("InstanceSecrets").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(64);
    }
}
