using Identity.Sdk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Verification.Record;

/// <summary>A piece of evidence. What it is worth is plain, so that it can be counted; what it says of a person is sealed.</summary>
internal sealed class EvidenceRow
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public required string Verifier { get; init; }
    public EvidenceType Type { get; init; }
    public required string Kind { get; init; }

    /// <summary>What tells it from others: a keyed hash of its number, or its verifier and kind.</summary>
    public required string Piece { get; init; }
    public int Strength { get; init; }
    public int Validity { get; init; }
    public int Activity { get; init; }
    public int Fraud { get; init; }
    public int Verification { get; init; }

    /// <summary>Claims, checks and issuer.</summary>
    public required byte[] Sealed { get; init; }
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it ends by itself, if it does.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>From when it counts for nothing whatever is asked.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>When it is time to see whether its owner is to be reminded that it runs out.</summary>
    public DateTimeOffset? RemindAt { get; init; }
}

internal sealed class EvidenceTable : IEntityTypeConfiguration<EvidenceRow>
{
    public void Configure(EntityTypeBuilder<EvidenceRow> builder)
    {
        builder.ToTable("Evidence").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Verifier).HasMaxLength(SdkLimits.Name);
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(24);
        builder.Property(row => row.Kind).HasMaxLength(SdkLimits.Name);
        builder.Property(row => row.Piece).HasMaxLength(2 * SdkLimits.Name + 1);
        builder.HasIndex(row => row.RemindAt);
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.EndsAt);
    }
}

/// <summary>Something that belongs to one person alone, as a keyed hash, at an account that is proven to be theirs.</summary>
internal sealed class IdentityMarkRow
{
    public required byte[] Mark { get; init; }
    public Guid EvidenceId { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset EndsAt { get; init; }
}

internal sealed class IdentityMarkTable : IEntityTypeConfiguration<IdentityMarkRow>
{
    public void Configure(EntityTypeBuilder<IdentityMarkRow> builder)
    {
        builder.ToTable("IdentityMarks").HasKey(row => new { row.Mark, row.EvidenceId });
        builder.Property(row => row.Mark).HasMaxLength(32);
        builder.HasIndex(row => row.EvidenceId);
        builder.HasIndex(row => row.EndsAt);
    }
}
