using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Roles;

/// <summary>A role that was proposed for somebody: it counts once another has approved it, and until it expires.</summary>
internal sealed class StaffRoleRow
{
    public Guid Id { get; init; }
    public Guid StaffId { get; init; }
    public required string Role { get; init; }
    public required string ProposedBy { get; init; }
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>Until when it can be approved, and from then on until when it counts.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed class StaffRoleTable : IEntityTypeConfiguration<StaffRoleRow>
{
    public void Configure(EntityTypeBuilder<StaffRoleRow> builder)
    {
        builder.ToTable("StaffRoles").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Role).HasMaxLength(16);
        builder.Property(row => row.ProposedBy).HasMaxLength(160);
        builder.Property(row => row.ApprovedBy).HasMaxLength(160);
        builder.HasIndex(row => row.StaffId);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class RoleStatements
{
    public static readonly Statement Prune = Expiry.Batch("staff_roles", "id", "expires_at");

    /// <summary>Only for somebody who is here, and one proposal at a time.</summary>
    public static readonly Statement Propose = new("staff-roles.propose",
        """
        INSERT INTO staff_roles (id, staff_id, role, proposed_by, proposed_at, expires_at)
        SELECT @id, @staff, @role, @by, @now, @until
        WHERE EXISTS (SELECT 1 FROM staff WHERE staff.id = @staff AND left_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM staff_roles WHERE staff_id = @staff AND approved_at IS NULL AND ended_at IS NULL AND expires_at > @now)
        """);

    /// <summary>
    /// Once, while it waits, by somebody who neither proposed it nor gets it, and who may approve it at this moment.
    /// </summary>
    public static readonly Statement Approve = new("staff-roles.approve",
        """
        UPDATE staff_roles SET approved_by = @by, approved_at = @now, expires_at = @until
        WHERE id = @id AND approved_at IS NULL AND ended_at IS NULL AND expires_at > @now AND proposed_by <> @by AND staff_id <> @approver
            AND EXISTS (SELECT 1 FROM staff WHERE staff.id = staff_roles.staff_id AND joined_at IS NOT NULL AND left_at IS NULL)
        RETURNING staff_id, role
        """);

    /// <summary>What somebody is given when their enrolment is witnessed.</summary>
    public static readonly Statement ApproveOfStaff = new("staff-roles.approve-of-staff",
        """
        UPDATE staff_roles SET approved_by = @by, approved_at = @now, expires_at = @until
        WHERE staff_id = @staff AND approved_at IS NULL AND ended_at IS NULL AND expires_at > @now AND proposed_by <> @by AND staff_id <> @approver
        RETURNING role
        """);

    public static readonly Statement EndOthers = new("staff-roles.end-others",
        "UPDATE staff_roles SET ended_at = @now WHERE staff_id = @staff AND id <> @id AND approved_at IS NOT NULL AND ended_at IS NULL");

    public static readonly Statement Decline = new("staff-roles.decline",
        "UPDATE staff_roles SET ended_at = @now WHERE id = @id AND approved_at IS NULL AND ended_at IS NULL AND expires_at > @now RETURNING staff_id, role");

    public static readonly Statement EndOfStaff = new("staff-roles.end-of-staff",
        "UPDATE staff_roles SET ended_at = @now WHERE staff_id = @staff AND ended_at IS NULL");

    public static readonly Statement Waiting = new("staff-roles.waiting",
        """
        SELECT staff_roles.id, staff.id, staff.name, staff.sign, role, staff_roles.proposed_by, staff_roles.expires_at FROM staff_roles JOIN staff ON staff.id = staff_roles.staff_id
        WHERE approved_at IS NULL AND ended_at IS NULL AND staff_roles.expires_at > @now AND left_at IS NULL AND joined_at IS NOT NULL ORDER BY proposed_at LIMIT 100
        """);

    public static readonly Statement Operators = new("staff-roles.operators",
        """
        SELECT COUNT(*) FROM staff WHERE joined_at IS NOT NULL AND left_at IS NULL AND id <> @but
            AND EXISTS (SELECT 1 FROM staff_roles WHERE staff_id = staff.id AND role = 'operator' AND approved_at IS NOT NULL AND ended_at IS NULL AND expires_at > @now)
        """);
}
