using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Desk;

/// <summary>That somebody of staff typed a code at a desk, what it led to, and what they said.</summary>
internal sealed class DeskOpeningRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }

    /// <summary>Whose code it was; null when it led to nobody.</summary>
    public Guid? AccountId { get; init; }

    public DeskSubject? Subject { get; init; }

    /// <summary>The verification, or the visit.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Of the step that the verification waited with: a code that was replaced since leads nowhere.</summary>
    public int Version { get; init; }

    public required string Result { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class DeskOpeningTable : IEntityTypeConfiguration<DeskOpeningRow>
{
    public void Configure(EntityTypeBuilder<DeskOpeningRow> builder)
    {
        builder.ToTable("DeskOpenings").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Subject).HasConversion<string>().HasMaxLength(8);
        builder.Property(row => row.Result).HasMaxLength(16);
        builder.HasIndex(row => new { row.StaffId, row.At });
        builder.HasIndex(row => row.At);
    }
}

internal static class DeskStatements
{
    public static readonly Statement Insert = new("desk-openings.insert",
        """
        INSERT INTO desk_openings (id, staff_id, account_id, subject, subject_id, version, result, at, expires_at)
        VALUES (@id, @staff, @account, @subject, @subject_id, @version, @result, @now, @until)
        """);

    public static readonly Statement Wrong = new("desk-openings.wrong", "SELECT at FROM desk_openings WHERE staff_id = @staff AND result = 'Wrong' AND at > @since");

    public static readonly Statement Open = new("desk-openings.open",
        "SELECT account_id, subject, subject_id, version FROM desk_openings WHERE id = @id AND staff_id = @staff AND result = 'Open' AND expires_at > @now");

    /// <summary>Of one opening one answer.</summary>
    public static readonly Statement Decide = new("desk-openings.decide",
        "UPDATE desk_openings SET result = @result WHERE id = @id AND staff_id = @staff AND result = 'Open' AND expires_at > @now");

    public static readonly Statement Reopen = new("desk-openings.reopen", "UPDATE desk_openings SET result = 'Open' WHERE id = @id");

    public static readonly Statement HasConfirmed = new("desk-openings.has-confirmed",
        "SELECT 1 FROM desk_openings WHERE staff_id = @staff AND subject_id = @subject AND (result = 'Vouched' OR result = 'Compared') LIMIT 1");

    public static readonly Statement VouchedFor = new("desk-openings.vouched-for",
        "SELECT COUNT(DISTINCT account_id) FROM desk_openings WHERE staff_id = @staff AND result = 'Vouched' AND at > @since AND account_id <> @account");

    public static readonly Statement Looks = new("desk-openings.looks",
        "SELECT 1 FROM support_looks WHERE staff_id = @staff AND account_id = @account AND expires_at > @now AND closed_at IS NULL LIMIT 1");

    /// <summary>What is known of a member of staff as a citizen.</summary>
    public static readonly Statement AsCitizen = new("desk-openings.as-citizen", "SELECT id, family_name, address FROM accounts WHERE id = @own OR normalized_email = @key");

    public static readonly Statement Prune = Expiry.Batch("desk_openings", "id", "at");
}
