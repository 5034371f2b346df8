using Identity.Domain.Storage;

namespace Identity.Domain.Credentials.BackupCodes;

internal static class BackupCodeStatements
{
    /// <summary>Only while the session that asks is alive. Of two tabs the second waits here, then replaces what the first made.</summary>
    public static readonly Statement Begin = new("backup-code-sheets.begin",
        """
        INSERT INTO backup_code_sheets (account_id, made_at)
        SELECT @account, @now
        WHERE EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        ON CONFLICT (account_id) DO UPDATE SET made_at = @now
        """);

    public static readonly Statement RemoveSheet = new("backup-code-sheets.remove",
        """
        DELETE FROM backup_code_sheets WHERE account_id = @account
            AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = @session AND sessions.account_id = @account AND ended_at IS NULL)
        """);

    public static readonly Statement MadeAt = new("backup-code-sheets.made-at", "SELECT made_at FROM backup_code_sheets WHERE account_id = @account");

    public static readonly Statement Insert = new("backup-codes.insert", "INSERT INTO backup_codes (code_hash, account_id) VALUES (@hash, @account)");

    public static readonly Statement Clear = new("backup-codes.clear", "DELETE FROM backup_codes WHERE account_id = @account");

    public static readonly Statement ClearAll = new("backup-codes.clear-all", "DELETE FROM backup_codes");

    public static readonly Statement RemoveAllSheets = new("backup-code-sheets.remove-all", "DELETE FROM backup_code_sheets");

    /// <summary>The hash holds the account, so it finds the code of nobody else.</summary>
    public static readonly Statement Find = new("backup-codes.find", "SELECT used_at FROM backup_codes WHERE code_hash = @hash");

    /// <summary>Of two requests with one code, the second finds it used.</summary>
    public static readonly Statement Use = new("backup-codes.use", "UPDATE backup_codes SET used_at = @now WHERE code_hash = @hash AND used_at IS NULL");

    public static readonly Statement Left = new("backup-codes.left", "SELECT COUNT(*) FROM backup_codes WHERE account_id = @account AND used_at IS NULL");
}
