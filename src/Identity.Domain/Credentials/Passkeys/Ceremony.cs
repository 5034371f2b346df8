using System.Data.Common;
using Identity.Domain.Accounts;

namespace Identity.Domain.Credentials.Passkeys;

internal static class CeremonyKind
{
    public const string SignIn = "sign-in";
    public const string Enrol = "enrol";
    public const string Create = "create";
}

/// <summary>A registration that was begun.</summary>
internal sealed record EnrolmentCeremony(Guid? AccountId, byte[]? SubjectSeed, PasskeyPolicy Policy, bool IsConditional)
{
    public static EnrolmentCeremony Of(DbDataReader row) => new(
        row.IsDBNull(0) ? null : row.GetGuid(0), row.IsDBNull(1) ? null : (byte[])row[1], PasskeyPolicy.Of(row.GetString(2)), row.GetBoolean(3));
}

/// <summary>A sign-in that was begun, with the passkey that answers it.</summary>
internal sealed record SignInCeremony(Guid? AccountId, StoredPasskey? Passkey)
{
    public static SignInCeremony Of(DbDataReader row) => new(row.IsDBNull(0) ? null : row.GetGuid(0), StoredPasskey.Of(row));
}

/// <summary>What a sign-in needs of a passkey and its owner.</summary>
internal sealed record StoredPasskey(
    Guid Id, Guid AccountId, byte[] PublicKey, uint SignCount, bool IsBackupEligible, bool IsAttested, bool IsHardwareBound,
    Guid Aaguid, bool IsSuspended, byte[] SubjectSeed, HoldReason? Hold)
{
    // Without an account it is nobody's, whatever its row says.
    public static StoredPasskey? Of(DbDataReader row) => row.IsDBNull(1) || row.IsDBNull(10)
        ? null
        : new(row.GetGuid(1), row.GetGuid(2), (byte[])row[3], (uint)row.GetInt64(4), row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7),
            row.GetGuid(8), !row.IsDBNull(9), (byte[])row[10], row.IsDBNull(11) ? null : Enum.Parse<HoldReason>(row.GetString(11)));
}
