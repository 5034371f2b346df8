using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Oversight;

/// <summary>A chain that one auditor wants to take away, and whether another agreed.</summary>
internal sealed class ExportRow
{
    public Guid Id { get; init; }
    public Guid AskedBy { get; init; }
    public required string Subject { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Until when another may agree, and from then on until when it can be fetched.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public Guid? DecidedBy { get; init; }
    public bool Approved { get; init; }
}

internal sealed class ExportTable : IEntityTypeConfiguration<ExportRow>
{
    public void Configure(EntityTypeBuilder<ExportRow> builder)
    {
        builder.ToTable("SupportExports").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Subject).HasMaxLength(160);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class ExportStatements
{
    public static readonly Statement Prune = Expiry.Batch("support_exports", "id", "expires_at");

    /// <summary>Few enough that nobody fills the table.</summary>
    public static readonly Statement Insert = new("support-exports.insert",
        """
        INSERT INTO support_exports (id, asked_by, subject, asked_at, expires_at, approved) SELECT @id, @by, @subject, @now, @until, @approved
        WHERE (SELECT COUNT(*) FROM support_exports WHERE asked_by = @by AND expires_at > @now) < @most
        """);

    private const string Columns = "SELECT support_exports.id, staff.sign, subject, support_exports.expires_at, approved FROM support_exports JOIN staff ON staff.id = asked_by";

    /// <summary>For somebody else than whoever asked, and than whom it is about.</summary>
    public static readonly Statement Waiting = new("support-exports.waiting",
        $"{Columns} WHERE decided_by IS NULL AND support_exports.expires_at > @now AND asked_by <> @by AND subject <> @own ORDER BY asked_at LIMIT 100");

    public static readonly Statement Own = new("support-exports.own",
        $"{Columns} WHERE asked_by = @by AND support_exports.expires_at > @now AND (decided_by IS NULL OR approved) ORDER BY asked_at LIMIT 100");

    public static readonly Statement Decide = new("support-exports.decide",
        """
        UPDATE support_exports SET decided_by = @by, approved = @approved, expires_at = @until
        WHERE id = @id AND decided_by IS NULL AND expires_at > @now AND asked_by <> @by AND subject <> @own RETURNING asked_by, subject
        """);

    public static readonly Statement Fetch = new("support-exports.fetch",
        "SELECT subject FROM support_exports WHERE id = @id AND asked_by = @by AND approved AND expires_at > @now");
}
