namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>Codes just made, to be shown once: only their hashes are kept.</summary>
public sealed record BackupCodeList(IReadOnlyList<BackupCode> Codes, DateTimeOffset MadeAt)
{
    /// <summary>How many there are.</summary>
    public const int Length = 10;
}

/// <summary>How many codes are left to an account.</summary>
/// <param name="Left">None also when none were ever made.</param>
/// <param name="MadeAt">When they were made; null when there are none and there were none.</param>
public sealed record BackupCodeCount(int Left, DateTimeOffset? MadeAt);
