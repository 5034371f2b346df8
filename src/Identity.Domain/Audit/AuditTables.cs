using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Audit;

/// <summary>The last link of a subject's chain, and how far it has been sealed.</summary>
internal sealed class AuditHead
{
    public required string Subject { get; init; }
    public long Seq { get; init; }
    public required byte[] Hash { get; init; }
    public long SealedSeq { get; init; }
}

/// <summary>A link: <c>hash = SHA-256(previous hash ‖ payload)</c>. Never updated, never deleted.</summary>
internal sealed class AuditLink
{
    public required string Subject { get; init; }
    public long Seq { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Event { get; init; }
    public required string Payload { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>The salt and the value behind a commitment. Deleting the row erases the value and leaves the chain whole.</summary>
internal sealed class AuditDisclosure
{
    public required string Subject { get; init; }
    public long Seq { get; init; }
    public required string Name { get; init; }
    public required byte[] Salt { get; init; }
    public required string Value { get; init; }
}

internal sealed class AuditHeadTable : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHeads").HasKey(head => head.Subject);
        builder.Property(head => head.Subject).HasMaxLength(160);
        builder.HasIndex(head => head.Subject).HasDatabaseName("IX_AuditHeads_Unsealed").HasFilter("seq > sealed_seq");
    }
}

internal sealed class AuditLinkTable : IEntityTypeConfiguration<AuditLink>
{
    public void Configure(EntityTypeBuilder<AuditLink> builder)
    {
        builder.ToTable("AuditEntries").HasKey(link => new { link.Subject, link.Seq });
        builder.Property(link => link.Subject).HasMaxLength(160);
        builder.Property(link => link.Event).HasMaxLength(64);
    }
}

internal sealed class AuditDisclosureTable : IEntityTypeConfiguration<AuditDisclosure>
{
    public void Configure(EntityTypeBuilder<AuditDisclosure> builder)
    {
        builder.ToTable("AuditDisclosures").HasKey(disclosure => new { disclosure.Subject, disclosure.Seq, disclosure.Name });
        builder.Property(disclosure => disclosure.Subject).HasMaxLength(160);
        builder.Property(disclosure => disclosure.Name).HasMaxLength(64);
    }
}
