using Identity.Domain.Storage;

namespace Identity.Domain.Support.Cases;

internal static class CaseStatements
{
    // Nobody works on what is about themselves.
    private const string NotOwn = "NOT EXISTS (SELECT 1 FROM accounts JOIN staff ON staff.id = @staff WHERE accounts.id = support_cases.account_id AND (accounts.id = staff.account_id OR normalized_email = staff.email_key))";

    private const string Pending = "support_requests.case_id = support_cases.id AND (support_requests.status = 'Approved' OR (support_requests.status = 'Waiting' AND support_requests.expires_at > @now))";

    public static readonly Statement Insert = new("support-cases.insert",
        """
        INSERT INTO support_cases (id, reference, account_id, kind, opened_by, holder_id, opened_at, due_at)
        VALUES (@id, @reference, @account, @kind, @staff, @staff, @now, @due) ON CONFLICT DO NOTHING
        """);

    /// <summary>By its citizen: anybody of staff may take it.</summary>
    public static readonly Statement Appeal = new("support-cases.appeal",
        """
        INSERT INTO support_cases (id, reference, account_id, kind, opened_by, opened_at, due_at)
        VALUES (@id, @reference, @account, 'Proof', @account, @now, @due) ON CONFLICT DO NOTHING
        """);

    public static readonly Statement FindAppeal = new("support-cases.find-appeal",
        "SELECT reference, due_at FROM support_cases WHERE account_id = @account AND kind = 'Proof' AND closed_at IS NULL ORDER BY opened_at LIMIT 1");

    /// <summary>Whether a proof came to nothing that somebody could look at again.</summary>
    public static readonly Statement MayAppeal = new("support-cases.may-appeal",
        "SELECT COUNT(*) FROM verifications WHERE account_id = @account AND status IN ('Refused', 'OtherPerson', 'ProvenElsewhere')");

    public static readonly Statement TieRequest = new("support-cases.tie-request", "UPDATE support_requests SET case_id = @id WHERE id = @request");

    /// <summary>The look in which it was opened, or that was opened for it.</summary>
    public static readonly Statement TieLook = new("support-cases.tie-look", "UPDATE support_looks SET case_id = @id WHERE id = @look");

    public static readonly Statement OfLook = new("support-cases.of-look",
        "SELECT support_cases.id, reference, support_cases.closed_at FROM support_cases JOIN support_looks ON support_looks.case_id = support_cases.id WHERE support_looks.id = @look");

    public static readonly Statement Queue = new("support-cases.queue",
        $"""
        SELECT reference, support_cases.kind, opened_at, support_cases.due_at, holder.sign, support_requests.status, drawn.sign
        FROM support_cases LEFT JOIN staff AS holder ON holder.id = holder_id LEFT JOIN support_requests ON {Pending} LEFT JOIN staff AS drawn ON drawn.id = support_requests.approver_id
        WHERE closed_at IS NULL ORDER BY support_cases.due_at, support_cases.id LIMIT 100
        """);

    public static readonly Statement Find = new("support-cases.find",
        """
        SELECT support_cases.id, support_cases.account_id, kind, opened_at, due_at, holder_id, closed_at, ending, staff.sign
        FROM support_cases LEFT JOIN staff ON staff.id = holder_id WHERE reference = @reference
        """);

    public static readonly Statement Requests = new("support-cases.requests",
        "SELECT action, status, created_at, due_at, expires_at FROM support_requests WHERE case_id = @id ORDER BY created_at, id LIMIT 20");

    public static readonly Statement Take = new("support-cases.take",
        $"UPDATE support_cases SET holder_id = @staff WHERE id = @id AND closed_at IS NULL AND (holder_id IS NULL OR NOT EXISTS (SELECT 1 FROM staff AS keeper WHERE keeper.id = holder_id AND keeper.left_at IS NULL)) AND {NotOwn}");

    /// <summary>Only by whoever has it; to nobody, and anybody may take it.</summary>
    public static readonly Statement HandOn = new("support-cases.hand-on",
        $"UPDATE support_cases SET holder_id = @to WHERE id = @id AND closed_at IS NULL AND holder_id = @by AND {NotOwn}");

    public static readonly Statement Colleague = new("support-cases.colleague",
        """
        SELECT staff.id, role FROM staff JOIN staff_roles ON staff_roles.staff_id = staff.id
        WHERE sign = @sign AND joined_at IS NOT NULL AND left_at IS NULL AND approved_at IS NOT NULL AND ended_at IS NULL AND staff_roles.expires_at > @now
        """);

    /// <summary>Only by whoever has it, and not while what two people agreed on waits.</summary>
    public static readonly Statement Close = new("support-cases.close",
        """
        UPDATE support_cases SET closed_at = @now, ending = @ending WHERE id = @id AND closed_at IS NULL AND holder_id = @staff
            AND NOT EXISTS (SELECT 1 FROM support_requests WHERE case_id = support_cases.id AND status = 'Approved')
        """);

    /// <summary>What nobody has decided is decided by the end of its case.</summary>
    public static readonly Statement CloseRequests = new("support-cases.close-requests", "UPDATE support_requests SET status = 'Closed' WHERE case_id = @id AND status = 'Waiting'");

    public static readonly Statement Notes = new("support-cases.notes", "SELECT seq, value FROM audit_disclosures WHERE subject = @subject AND name = 'note'");

    public static readonly Statement Prune = Expiry.Batch("support_cases", "id", "closed_at");
}
