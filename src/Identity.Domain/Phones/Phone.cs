using System.Data.Common;

namespace Identity.Domain.Phones;

/// <summary>A telephone of an account.</summary>
/// <param name="Id">Which.</param>
/// <param name="Number">Its number.</param>
/// <param name="AddedAt">Since when it is theirs.</param>
/// <param name="ConfirmedAt">When a code sent there last came back.</param>
/// <param name="IsUnreachable">Whether messages to it do not arrive.</param>
public sealed record Phone(Guid Id, PhoneNumber Number, DateTimeOffset AddedAt, DateTimeOffset ConfirmedAt, bool IsUnreachable)
{
    internal static Phone Of(DbDataReader row) => new(row.GetGuid(0), new(row.GetString(1), row.GetBoolean(2)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), !row.IsDBNull(5));
}
