using Identity.Domain.Storage;

namespace Identity.Domain.Accounts;

internal static class AccountStatements
{
    /// <summary>Changes nothing when the address or the sign-in ID has an account already.</summary>
    public static readonly Statement Insert = new("accounts.insert",
        """
        INSERT INTO accounts (id, subject_seed, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp, concurrency_stamp,
            phone_number, phone_number_confirmed, two_factor_enabled, given_name, family_name, full_name, birth_date, address, locale, created_at, updated_at)
        VALUES (@id, @seed, @sign_in_id, @sign_in_id, @email, @key, @confirmed, @password, @stamp, @stamp,
            @phone, @phone_confirmed, @two_factor, @given, @family, @full, @birth, @address, @locale, @now, @now)
        ON CONFLICT DO NOTHING
        """);

    public static readonly Statement FindByEmail = new("accounts.find-by-email",
        "SELECT id, email, full_name, locale, user_name FROM accounts WHERE normalized_email = @key");

    public static readonly Statement FindBySignInId = new("accounts.find-by-sign-in-id",
        "SELECT id, email, full_name, locale, user_name FROM accounts WHERE normalized_user_name = @key");

    /// <summary>Only while the session that asks is alive, and neither has the account one nor another account this one.</summary>
    public static readonly Statement GiveSignInId = new("accounts.give-sign-in-id",
        """
        UPDATE accounts SET user_name = @key, normalized_user_name = @key, concurrency_stamp = @stamp
        WHERE id = @account AND user_name IS NULL AND NOT EXISTS (SELECT 1 FROM accounts AS others WHERE others.normalized_user_name = @key)
            AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        """);

    public static readonly Statement Find = new("accounts.find",
        "SELECT id, email, full_name, locale, user_name FROM accounts WHERE id = @id");

    public static readonly Statement FindPassword = new("accounts.find-password",
        "SELECT id, password_hash, hold_reason FROM accounts WHERE normalized_email = @key");

    public static readonly Statement FindPasswordBySignInId = new("accounts.find-password-by-sign-in-id",
        "SELECT id, password_hash, hold_reason FROM accounts WHERE normalized_user_name = @key");

    /// <summary>Only if nobody changed the password meanwhile.</summary>
    public static readonly Statement UpgradePassword = new("accounts.upgrade-password",
        "UPDATE accounts SET password_hash = @upgraded, concurrency_stamp = @stamp WHERE id = @id AND password_hash = @stored");

    /// <summary>Only while the session that asks is alive: one that was ended meanwhile changes nothing any more.</summary>
    public static readonly Statement ChangePassword = new("accounts.change-password",
        """
        UPDATE accounts SET password_hash = @password, security_stamp = @stamp, concurrency_stamp = @stamp
        WHERE id = @id AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND ended_at IS NULL)
        """);

    /// <summary>With a new stamp, so that nobody who read the account before writes it back as it was.</summary>
    public static readonly Statement Hold = new("accounts.hold",
        "UPDATE accounts SET held_at = @now, hold_reason = @reason, concurrency_stamp = @stamp WHERE id = @id AND held_at IS NULL");

    public static readonly Statement Release = new("accounts.release",
        "UPDATE accounts SET held_at = NULL, hold_reason = NULL, concurrency_stamp = @stamp WHERE id = @id AND held_at IS NOT NULL");

    public static readonly Statement Claims = new("accounts.claims",
        """
        SELECT subject_seed, full_name, given_name, family_name, birth_date, email, email_confirmed,
            phone_number, phone_number_confirmed, address, locale, updated_at, user_name
        FROM accounts WHERE id = @id
        """);

    /// <summary>Changes nothing when it is that language already.</summary>
    public static readonly Statement UpdateLocale = new("accounts.update-locale",
        "UPDATE accounts SET locale = @locale, updated_at = @now, concurrency_stamp = @stamp WHERE id = @id AND locale <> @locale");

    public static readonly Statement UpdateDetails = new("accounts.update-details",
        """
        UPDATE accounts SET given_name = @given, family_name = @family, full_name = @full, birth_date = @birth,
            updated_at = @now, concurrency_stamp = @stamp
        WHERE id = @id
        """);
}
