using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>That an account has codes, and since when. Whoever makes new ones waits here for whoever makes them too.</summary>
internal sealed class BackupCodeSheetRow
{
    public Guid AccountId { get; init; }
    public DateTimeOffset MadeAt { get; init; }
}

/// <summary>A code, as its hash.</summary>
internal sealed class BackupCodeRow
{
    public required byte[] CodeHash { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class BackupCodeSheetTable : IEntityTypeConfiguration<BackupCodeSheetRow>
{
    public void Configure(EntityTypeBuilder<BackupCodeSheetRow> builder)
    {
        builder.ToTable("BackupCodeSheets").HasKey(row => row.AccountId);
        builder.Property(row => row.AccountId).ValueGeneratedNever();
    }
}

internal sealed class BackupCodeTable : IEntityTypeConfiguration<BackupCodeRow>
{
    public void Configure(EntityTypeBuilder<BackupCodeRow> builder)
    {
        builder.ToTable("BackupCodes").HasKey(row => row.CodeHash);
        builder.Property(row => row.CodeHash).HasMaxLength(32);
        builder.HasIndex(row => row.AccountId);
    }
}
