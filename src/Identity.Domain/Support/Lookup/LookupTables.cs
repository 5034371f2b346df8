using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Lookup;

/// <summary>That somebody of staff looked for an account, whether they found it or not. It opens the account to them for a while.</summary>
internal sealed class SupportLookRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }

    /// <summary>The account it opens; null when none was found, or it is not for them.</summary>
    public Guid? AccountId { get; init; }

    public required string Reason { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When whoever looked said that the caller was not the owner.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The case it was opened for, or in which one was opened; null for neither.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>When whoever looked said that the caller may be forced. Nothing shows it.</summary>
    public DateTimeOffset? DuressAt { get; init; }
}

/// <summary>An account that only supervisors may open.</summary>
internal sealed class SupportFlagRow
{
    public Guid AccountId { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What a citizen reads out to staff: it stands on a dead end they saw, and leads to their account.</summary>
internal sealed class SupportReferenceRow
{
    public required string Code { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SupportLookTable : IEntityTypeConfiguration<SupportLookRow>
{
    public void Configure(EntityTypeBuilder<SupportLookRow> builder)
    {
        builder.ToTable("SupportLooks").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(16);
        builder.HasIndex(row => new { row.StaffId, row.At });
        builder.HasIndex(row => row.At);
    }
}

internal sealed class SupportFlagTable : IEntityTypeConfiguration<SupportFlagRow>
{
    public void Configure(EntityTypeBuilder<SupportFlagRow> builder)
    {
        builder.ToTable("SupportFlags").HasKey(row => row.AccountId);
        builder.Property(row => row.AccountId).ValueGeneratedNever();
        builder.Property(row => row.SetBy).HasMaxLength(160);
    }
}

internal sealed class SupportReferenceTable : IEntityTypeConfiguration<SupportReferenceRow>
{
    public void Configure(EntityTypeBuilder<SupportReferenceRow> builder)
    {
        builder.ToTable("SupportReferences").HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(8);
        builder.HasIndex(row => new { row.AccountId, row.At });
        builder.HasIndex(row => row.ExpiresAt);
    }
}
