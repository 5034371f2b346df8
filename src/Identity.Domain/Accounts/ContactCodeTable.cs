using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Accounts;

/// <summary>A code sent to an address, as hashes of everything that would tell whose.</summary>
internal sealed class ContactCodeRow
{
    public Guid Id { get; init; }

    /// <summary>What it proves, in which journey, of which address.</summary>
    public required byte[] Proof { get; init; }

    /// <summary>The address alone: what is sent to it is counted over all journeys.</summary>
    public required byte[] Destination { get; init; }

    public required byte[] CodeHash { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class ContactCodeTable : IEntityTypeConfiguration<ContactCodeRow>
{
    public void Configure(EntityTypeBuilder<ContactCodeRow> builder)
    {
        builder.ToTable("ContactCodes").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Proof).HasMaxLength(32);
        builder.Property(row => row.Destination).HasMaxLength(32);
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.HasIndex(row => row.Proof);
        builder.HasIndex(row => new { row.Destination, row.CreatedAt });
        builder.HasIndex(row => row.ExpiresAt);
    }
}
