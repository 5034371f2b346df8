using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Cases;

/// <summary>A case of a citizen, from when somebody of staff or its citizen opens it until somebody of staff closes it.</summary>
internal sealed class SupportCaseRow
{
    public Guid Id { get; init; }

    /// <summary>What people call it by.</summary>
    public required string Reference { get; init; }

    public Guid AccountId { get; init; }
    public required string Kind { get; init; }
    /// <summary>The member of staff, or the account itself when its owner asked.</summary>
    public Guid OpenedBy { get; init; }

    /// <summary>Who has it; null while anybody may take it.</summary>
    public Guid? HolderId { get; init; }

    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? Ending { get; init; }
}

internal sealed class SupportCaseTable : IEntityTypeConfiguration<SupportCaseRow>
{
    public void Configure(EntityTypeBuilder<SupportCaseRow> builder)
    {
        builder.ToTable("SupportCases").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reference).HasMaxLength(8);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.Ending).HasMaxLength(16);
        builder.HasIndex(row => row.Reference).IsUnique();
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.ClosedAt);
        builder.HasIndex(row => row.DueAt).HasFilter("closed_at IS NULL");
    }
}
