using Identity.Domain.Storage;

namespace Identity.Domain.Support.Staff;

internal static class StaffStatements
{
    private const string Member =
        """
        staff.id, staff.sign, staff.name, staff.email, staff.account_id, staff.email_key, staff.joined_at, staff.invited_by, staff.witness_id,
        (SELECT COUNT(*) FROM staff_passkeys WHERE staff_passkeys.staff_id = staff.id),
        (SELECT MAX(role) FROM staff_roles WHERE staff_roles.staff_id = staff.id AND approved_at IS NOT NULL AND ended_at IS NULL AND staff_roles.expires_at > @now)
        """;

    /// <summary>Changes nothing when somebody with this address is here already.</summary>
    public static readonly Statement Insert = new("staff.insert",
        """
        INSERT INTO staff (id, sign, name, email, email_key, account_id, seed, invited_by, witness_id, created_at)
        VALUES (@id, @sign, @name, @email, @key, (SELECT id FROM accounts WHERE normalized_email = @own), @seed, @by, @witness, @now)
        ON CONFLICT DO NOTHING
        """);

    public static readonly Statement Find = new("staff.find", $"SELECT {Member} FROM staff WHERE staff.id = @id AND left_at IS NULL");

    public static readonly Statement List = new("staff.list", $"SELECT {Member} FROM staff WHERE left_at IS NULL ORDER BY staff.name, staff.id LIMIT 500");

    public static readonly Statement Seed = new("staff.seed", "SELECT seed FROM staff WHERE id = @id AND left_at IS NULL");

    /// <summary>
    /// Once, when everything is enrolled, by somebody else who did not invite them: the witness that is named, or where none is
    /// named whoever may manage staff.
    /// </summary>
    public static readonly Statement Witness = new("staff.witness",
        """
        UPDATE staff SET joined_at = @now, witnessed_by = @by
        WHERE id = @id AND id <> @witness AND joined_at IS NULL AND left_at IS NULL AND invited_by <> @by
            AND (witness_id = @witness OR (witness_id IS NULL AND @manager))
            AND (SELECT COUNT(*) FROM staff_passkeys WHERE staff_id = staff.id) >= @required
        """);

    public static readonly Statement Leave = new("staff.leave", "UPDATE staff SET left_at = @now WHERE id = @id AND left_at IS NULL");

    /// <summary>Somebody who has lost their passkeys enrols, and is witnessed, anew.</summary>
    public static readonly Statement Renew = new("staff.renew",
        "UPDATE staff SET joined_at = NULL, witnessed_by = NULL, invited_by = @by, witness_id = NULL WHERE id = @id AND left_at IS NULL");

    public static readonly Statement Invite = new("staff-invitations.insert",
        "INSERT INTO staff_invitations (code_hash, staff_id, expires_at) VALUES (@code, @staff, @until)");

    /// <summary>Uses a code up, and tells whose it was.</summary>
    public static readonly Statement Redeem = new("staff-invitations.redeem",
        "DELETE FROM staff_invitations WHERE code_hash = @code AND expires_at > @now RETURNING staff_id");

    public static readonly Statement Uninvite = new("staff-invitations.delete", "DELETE FROM staff_invitations WHERE staff_id = @staff");

    public static readonly Statement PruneInvitations = Expiry.Batch("staff_invitations", "code_hash", "expires_at");

    public static readonly Statement StartSession = new("staff-sessions.insert",
        """
        INSERT INTO staff_sessions (id, key_hash, staff_id, created_at, last_used_at, confirmed_at, expires_at)
        VALUES (@id, @key, @staff, @now, @now, @confirmed, @until)
        """);

    public static readonly Statement FindSession = new("staff-sessions.find",
        $"""
        SELECT {Member}, staff_sessions.id, staff_sessions.confirmed_at, staff_sessions.expires_at, staff_sessions.last_used_at,
            (SELECT MAX(expires_at) FROM support_break_glass WHERE support_break_glass.staff_id = staff.id AND support_break_glass.expires_at > @now)
        FROM staff_sessions JOIN staff ON staff.id = staff_sessions.staff_id
        WHERE key_hash = @key AND ended_at IS NULL AND staff_sessions.expires_at > @now AND last_used_at > @idle AND left_at IS NULL
        """);

    public static readonly Statement TouchSession = new("staff-sessions.touch",
        "UPDATE staff_sessions SET last_used_at = @now WHERE id = @id AND last_used_at < @now");

    public static readonly Statement ConfirmSession = new("staff-sessions.confirm",
        "UPDATE staff_sessions SET confirmed_at = @now, last_used_at = @now WHERE id = @id AND staff_id = @staff AND ended_at IS NULL AND expires_at > @now");

    public static readonly Statement EndSession = new("staff-sessions.end", "UPDATE staff_sessions SET ended_at = @now WHERE id = @id AND ended_at IS NULL");

    public static readonly Statement EndSessions = new("staff-sessions.end-of-staff", "UPDATE staff_sessions SET ended_at = @now WHERE staff_id = @staff AND ended_at IS NULL");

    public static readonly Statement PruneSessions = Expiry.Batch("staff_sessions", "id", "expires_at");

    public static readonly Statement Credentials = new("staff-passkeys.credentials",
        "SELECT credential_id, transports, NULL, aaguid, created_at FROM staff_passkeys WHERE staff_id = @staff ORDER BY created_at, id");

    /// <summary>Only while the session that asks is alive and they may still add one: who has joined has what they joined with.</summary>
    public static readonly Statement AddPasskey = new("staff-passkeys.insert",
        """
        INSERT INTO staff_passkeys (id, staff_id, credential_id, public_key, algorithm, aaguid, sign_count, backup_eligible, attested, hardware_bound, transports, created_at)
        SELECT @id, @staff, @credential, @key, @algorithm, @aaguid, @count, @eligible, @attested, @hardware, @transports, @now
        WHERE EXISTS (SELECT 1 FROM staff JOIN staff_sessions ON staff_sessions.staff_id = staff.id
                WHERE staff.id = @staff AND joined_at IS NULL AND left_at IS NULL AND staff_sessions.id = @session AND ended_at IS NULL)
            AND (SELECT COUNT(*) FROM staff_passkeys WHERE staff_id = @staff) < @most
        ON CONFLICT DO NOTHING
        """);

    public static readonly Statement FindPasskey = new("staff-passkeys.find",
        """
        SELECT staff_passkeys.id, staff_id, public_key, sign_count, backup_eligible, aaguid, attested, seed FROM staff_passkeys JOIN staff ON staff.id = staff_id
        WHERE credential_id = @credential AND left_at IS NULL
        """);

    public static readonly Statement UsePasskey = new("staff-passkeys.use",
        "UPDATE staff_passkeys SET sign_count = @count, last_used_at = @now WHERE id = @id AND (sign_count < @count OR (sign_count = 0 AND @count = 0))");

    public static readonly Statement RemovePasskeys = new("staff-passkeys.delete-of-staff", "DELETE FROM staff_passkeys WHERE staff_id = @staff");
}
