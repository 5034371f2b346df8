using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Accounts.EmailChange;

/// <summary>An address that will be the account's, once whoever reads the present one has had time to say no.</summary>
internal sealed class EmailChangeRow
{
    public Guid AccountId { get; init; }
    public required string Email { get; init; }
    public required string EmailKey { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset EffectiveAt { get; init; }
}

internal sealed class EmailChangeTable : IEntityTypeConfiguration<EmailChangeRow>
{
    public void Configure(EntityTypeBuilder<EmailChangeRow> builder)
    {
        builder.ToTable("EmailChanges").HasKey(row => row.AccountId);
        builder.Property(row => row.AccountId).ValueGeneratedNever();
        builder.Property(row => row.Email).HasMaxLength(EmailAddress.MostOctets);
        builder.Property(row => row.EmailKey).HasMaxLength(EmailAddress.LongestKey);
        builder.HasIndex(row => row.EffectiveAt);
    }
}
