namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>Names of the messages of this room; the locales hold their words.</summary>
public static class BackupCodeMessages
{
    /// <summary>New codes were made, and the earlier ones stopped working. No values.</summary>
    public const string Made = "backup-codes-made";

    /// <summary>A code was used. Value: <c>left</c>.</summary>
    public const string Used = "backup-code-used";

    /// <summary>A code was used and few are left: how to make new ones. Value: <c>left</c>.</summary>
    public const string RunningLow = "backup-codes-low";

    /// <summary>All codes were removed. No values.</summary>
    public const string Removed = "backup-codes-removed";
}
