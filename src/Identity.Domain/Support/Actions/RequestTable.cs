using Identity.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Identity.Domain.Support.Actions;

/// <summary>Something that two people have to agree on: asked by one, decided by another who was drawn, done after a while.</summary>
internal sealed class SupportRequestRow
{
    public Guid Id { get; init; }
    public Guid LookId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>The case it is asked for in; null where none may be opened.</summary>
    public Guid? CaseId { get; init; }

    public required string Action { get; init; }
    public Guid? Target { get; init; }
    public Guid RequestedBy { get; init; }
    public Guid ApproverId { get; init; }
    public required string Status { get; init; }
    public required byte[] StopHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
}

internal sealed class SupportRequestTable : IEntityTypeConfiguration<SupportRequestRow>
{
    public void Configure(EntityTypeBuilder<SupportRequestRow> builder)
    {
        builder.ToTable("SupportRequests").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Action).HasMaxLength(16);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.Property(row => row.StopHash).HasMaxLength(32);
        builder.HasIndex(row => row.StopHash).IsUnique();
        builder.HasIndex(row => row.ApproverId);
        builder.HasIndex(row => row.AccountId);
        builder.HasIndex(row => row.LookId);
        builder.HasIndex(row => row.CaseId);
        builder.HasIndex(row => row.DueAt);
        builder.HasIndex(row => row.ExpiresAt);
    }
}

internal static class RequestStatements
{
    /// <summary>One at a time of each account and action.</summary>
    public static readonly Statement Insert = new("support-requests.insert",
        """
        INSERT INTO support_requests (id, look_id, account_id, action, target, requested_by, approver_id, status, stop_hash, created_at, expires_at)
        SELECT @id, @look, @account, @action, @target, @by, @approver, @status, @stop, @now, @until
        WHERE NOT EXISTS (SELECT 1 FROM support_requests WHERE account_id = @account AND action = @action
            AND ((status = 'Waiting' AND expires_at > @now) OR status = 'Approved'))
        """);

    /// <summary>Whoever is at their desk now, but the one who asks, anybody whose own account it is, and whoever confirmed a visit of its owner.</summary>
    public static readonly Statement OnLine = new("support-requests.on-line",
        """
        SELECT DISTINCT staff.id, staff.sign, staff_roles.role
        FROM staff JOIN staff_sessions ON staff_sessions.staff_id = staff.id JOIN staff_roles ON staff_roles.staff_id = staff.id
        WHERE joined_at IS NOT NULL AND left_at IS NULL AND staff.id <> @but
            AND staff_sessions.ended_at IS NULL AND staff_sessions.expires_at > @now AND last_used_at > @lately AND confirmed_at IS NOT NULL
            AND approved_at IS NOT NULL AND staff_roles.ended_at IS NULL AND staff_roles.expires_at > @now
            AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.id = @account AND (accounts.id = staff.account_id OR normalized_email = staff.email_key))
            AND NOT EXISTS (SELECT 1 FROM support_visits WHERE support_visits.account_id = @account AND confirmed_by = staff.id AND support_visits.expires_at > @now)
        """);

    // A way back waits by itself, and can be stopped as long as it may wait.
    private const string CanStop =
        "stop_hash = @stop AND (status = 'Waiting' OR status = 'Approved' OR (status = 'Done' AND action = 'StartRecovery' AND due_at > @recently))";

    /// <summary>Once, in time, by the one who was drawn, who did not ask for it and still has the role.</summary>
    public static readonly Statement Approve = new("support-requests.approve",
        """
        UPDATE support_requests SET status = 'Approved', due_at = CASE action WHEN 'StartRecovery' THEN @now WHEN 'Close' THEN @closing ELSE @due END
        WHERE id = @id AND status = 'Waiting' AND expires_at > @now AND approver_id = @by AND requested_by <> @by
            AND EXISTS (SELECT 1 FROM staff_roles WHERE staff_id = @by AND role = @role AND approved_at IS NOT NULL AND ended_at IS NULL AND staff_roles.expires_at > @now)
        RETURNING account_id, action, requested_by, id
        """);

    public static readonly Statement Decline = new("support-requests.decline",
        "UPDATE support_requests SET status = 'Declined' WHERE id = @id AND status = 'Waiting' AND approver_id = @by RETURNING account_id, action, requested_by, id");

    /// <summary>The citizen's word counts whatever was decided, until it is done.</summary>
    public static readonly Statement Stop = new("support-requests.stop",
        $"UPDATE support_requests SET status = 'Stopped' WHERE {CanStop} RETURNING account_id, action, requested_by, id");

    public static readonly Statement Stoppable = new("support-requests.stoppable",
        $"SELECT 1 FROM support_requests WHERE {CanStop}");

    public static readonly Statement Close = new("support-requests.close", "UPDATE support_requests SET status = 'Closed' WHERE id = @id");

    public static readonly Statement CloseOfLook = new("support-requests.close-of-look",
        "UPDATE support_requests SET status = 'Closed' WHERE look_id = @look AND (status = 'Waiting' OR status = 'Approved')");

    public static readonly Statement Due = new("support-requests.due", "SELECT id FROM support_requests WHERE status = 'Approved' AND due_at <= @now ORDER BY due_at LIMIT 100");

    public static readonly Statement Take = new("support-requests.take",
        "UPDATE support_requests SET status = 'Done' WHERE id = @id AND status = 'Approved' AND due_at <= @now RETURNING account_id, action, target, requested_by, approver_id, id");

    public static readonly Statement Drawn = new("support-requests.drawn",
        """
        SELECT support_requests.id, action, staff.sign, support_requests.expires_at, support_requests.account_id FROM support_requests JOIN staff ON staff.id = requested_by
        WHERE approver_id = @by AND status = 'Waiting' AND support_requests.expires_at > @now ORDER BY support_requests.created_at LIMIT 100
        """);

    public static readonly Statement RemoveApp = new("support-requests.remove-app", "DELETE FROM authenticator_apps WHERE account_id = @account");

    /// <summary>Only while another way to sign in is left.</summary>
    public static readonly Statement RemovePasskey = new("support-requests.remove-passkey",
        """
        DELETE FROM passkeys WHERE id = @id AND account_id = @account
            AND (EXISTS (SELECT 1 FROM accounts WHERE accounts.id = @account AND password_hash IS NOT NULL)
                OR EXISTS (SELECT 1 FROM passkeys AS other WHERE other.account_id = @account AND other.id <> @id AND other.suspended_at IS NULL))
        """);

    public static readonly Statement Supervisors = new("support-requests.supervisors",
        """
        SELECT email FROM staff WHERE joined_at IS NOT NULL AND left_at IS NULL AND EXISTS (SELECT 1 FROM staff_roles
            WHERE staff_id = staff.id AND role = 'supervisor' AND approved_at IS NOT NULL AND ended_at IS NULL AND staff_roles.expires_at > @now)
        """);

    public static readonly Statement Prune = Expiry.Batch("support_requests", "id", "expires_at");
}
