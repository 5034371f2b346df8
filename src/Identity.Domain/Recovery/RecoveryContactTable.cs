using Identity.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Recovery;

/// <summary>Somebody whom an owner chose to vouch for them.</summary>
internal sealed class RecoveryContactRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}

internal sealed class RecoveryContactTable : IEntityTypeConfiguration<RecoveryContactRow>
{
    public void Configure(EntityTypeBuilder<RecoveryContactRow> builder)
    {
        builder.ToTable("RecoveryContacts").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Email).HasMaxLength(EmailAddress.MostOctets);
        builder.Property(row => row.EmailKey).HasMaxLength(EmailAddress.LongestKey);
        builder.HasIndex(row => new { row.AccountId, row.EmailKey }).IsUnique();
    }
}
