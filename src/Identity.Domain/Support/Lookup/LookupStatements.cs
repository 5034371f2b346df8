using Identity.Domain.Storage;

namespace Identity.Domain.Support.Lookup;

internal static class LookupStatements
{
    private const string Match = "SELECT id, email, normalized_email FROM accounts WHERE";

    /// <summary>Two at most: where one word names two accounts, it names none.</summary>
    public static readonly Statement ByEmail = new("support-looks.by-email", $"{Match} normalized_email = @key LIMIT 2");

    public static readonly Statement ByPhone = new("support-looks.by-phone", $"{Match} id IN (SELECT account_id FROM phones WHERE number = @key) LIMIT 2");

    public static readonly Statement BySignInId = new("support-looks.by-sign-in-id", $"{Match} normalized_user_name = @key LIMIT 2");

    public static readonly Statement ByReference = new("support-looks.by-reference",
        $"{Match} id = (SELECT account_id FROM support_references WHERE code = @key AND expires_at > @now) LIMIT 2");

    /// <summary>Of an open case alone.</summary>
    public static readonly Statement ByCase = new("support-looks.by-case",
        "SELECT accounts.id, email, normalized_email, support_cases.id FROM accounts JOIN support_cases ON support_cases.account_id = accounts.id WHERE reference = @key AND closed_at IS NULL");

    public static readonly Statement IsFlagged = new("support-flags.find", "SELECT 1 FROM support_flags WHERE account_id = @account");

    public static readonly Statement Flag = new("support-flags.insert",
        "INSERT INTO support_flags (account_id, set_by, at) VALUES (@account, @by, @now) ON CONFLICT DO NOTHING");

    public static readonly Statement Unflag = new("support-flags.delete", "DELETE FROM support_flags WHERE account_id = @account");

    /// <summary>Whoever looks waits here for their own look before, so that many at once are counted one by one.</summary>
    public static readonly Statement Lock = new("support-looks.lock",
        sqlite: "SELECT id FROM staff WHERE id = @staff",
        postgres: "SELECT id FROM staff WHERE id = @staff FOR UPDATE");

    public static readonly Statement Since = new("support-looks.since", "SELECT at FROM support_looks WHERE staff_id = @staff AND at > @since");

    public static readonly Statement Insert = new("support-looks.insert",
        "INSERT INTO support_looks (id, staff_id, account_id, case_id, reason, at, expires_at) VALUES (@id, @staff, @account, @case, @reason, @now, @until)");

    public static readonly Statement Open = new("support-looks.open",
        "SELECT account_id, reason, expires_at FROM support_looks WHERE id = @id AND staff_id = @staff AND account_id IS NOT NULL AND expires_at > @now AND closed_at IS NULL");

    public static readonly Statement Close = new("support-looks.close", "UPDATE support_looks SET closed_at = @now WHERE id = @id AND staff_id = @staff AND closed_at IS NULL");

    public static readonly Statement Force = new("support-looks.duress", "UPDATE support_looks SET duress_at = @now WHERE id = @id AND staff_id = @staff AND duress_at IS NULL");

    public static readonly Statement IsForced = new("support-looks.is-duress", "SELECT 1 FROM support_looks WHERE id = @id AND duress_at IS NOT NULL");

    public static readonly Statement PruneLooks = Expiry.Batch("support_looks", "id", "at");

    public static readonly Statement Account = new("support-looks.account",
        """
        SELECT id, full_name, email, (SELECT number FROM phones WHERE phones.account_id = accounts.id ORDER BY added_at LIMIT 1), birth_date, locale, created_at, held_at, hold_reason,
            (SELECT COUNT(*) FROM support_flags WHERE support_flags.account_id = accounts.id),
            (SELECT ends_at FROM support_holds WHERE support_holds.account_id = accounts.id AND support_holds.held_at = accounts.held_at)
        FROM accounts WHERE id = @id
        """);

    /// <summary>So many of one account in an hour that nobody fills the table by asking for pages that are not there.</summary>
    public static readonly Statement Refer = new("support-references.insert",
        """
        INSERT INTO support_references (code, account_id, at, expires_at) SELECT @code, @account, @now, @until
        WHERE (SELECT COUNT(*) FROM support_references WHERE account_id = @account AND at > @since) < @most
        ON CONFLICT DO NOTHING
        """);

    public static readonly Statement PruneReferences = Expiry.Batch("support_references", "code", "expires_at");
}
