using System.Data.Common;

namespace Identity.Domain.Notifications;

/// <summary>A row of the outbox, leased to this node.</summary>
internal sealed record WaitingMessage(Guid Id, byte[] Sealed, long ExpiresAt, int Attempts, bool IsHanded)
{
    public static WaitingMessage Of(DbDataReader row) => new(row.GetGuid(0), (byte[])row[1], row.GetInt64(2), row.GetInt32(3), !row.IsDBNull(4));
}
