using Identity.Sdk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Verification.Record;

/// <summary>Something that speaks against the owner of an account.</summary>
internal sealed class ContraIndicatorRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Code { get; init; }

    /// <summary>Which organisation found it.</summary>
    public required string FoundBy { get; init; }
    public DateTimeOffset FoundAt { get; init; }

    /// <summary>By what the organisation finds it again.</summary>
    public string? FoundTxn { get; init; }

    /// <summary>How much of its weight was made up for; <see cref="MitigationRow"/> says by what.</summary>
    public int Relieved { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class ContraIndicatorTable : IEntityTypeConfiguration<ContraIndicatorRow>
{
    public void Configure(EntityTypeBuilder<ContraIndicatorRow> builder)
    {
        builder.ToTable("ContraIndicators").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(SdkLimits.Name);
        builder.Property(row => row.FoundBy).HasMaxLength(SdkLimits.Value);
        builder.Property(row => row.FoundTxn).HasMaxLength(SdkLimits.Value);
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.EndsAt);
    }
}

/// <summary>What made up for something that spoke against somebody: a better check, or the word of staff.</summary>
internal sealed class MitigationRow
{
    public Guid Id { get; init; }
    public Guid IndicatorId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>The evidence that did, or <c>request:</c> and what two of staff agreed on.</summary>
    public required string MadeBy { get; init; }
    public int Weight { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class MitigationTable : IEntityTypeConfiguration<MitigationRow>
{
    public void Configure(EntityTypeBuilder<MitigationRow> builder)
    {
        builder.ToTable("Mitigations").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.MadeBy).HasMaxLength(SdkLimits.Name);
        builder.HasIndex(row => row.EndsAt);
    }
}
