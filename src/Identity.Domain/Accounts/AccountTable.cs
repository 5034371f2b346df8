using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Accounts;

/// <remarks>Not kept: Identity's lockout, because <c>Limits</c> never locks an account for good.</remarks>
internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts").HasKey(account => account.Id);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Ignore(account => account.LockoutEnd);
        builder.Ignore(account => account.LockoutEnabled);
        builder.Ignore(account => account.AccessFailedCount);

        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.Property(account => account.Email).HasMaxLength(EmailAddress.MostOctets);
        builder.Property(account => account.NormalizedEmail).HasMaxLength(EmailAddress.LongestKey);
        builder.Property(account => account.UserName).HasMaxLength(64);
        builder.Property(account => account.NormalizedUserName).HasMaxLength(64);
        builder.Property(account => account.PasswordHash).HasMaxLength(512);
        builder.Property(account => account.SecurityStamp).HasMaxLength(64);
        builder.Property(account => account.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(account => account.PhoneNumber).HasMaxLength(32);

        builder.Property(account => account.SubjectSeed).HasMaxLength(16);
        builder.Property(account => account.BirthDate).HasMaxLength(10);
        builder.Property(account => account.Locale).HasMaxLength(16);
        builder.Property(account => account.HoldReason).HasConversion<string>().HasMaxLength(16);
    }
}
