using System.Data.Common;

namespace Identity.Domain.BackChannelLogout;

/// <summary>A client that has to be told that a session ended, leased to this node.</summary>
/// <param name="Session">The session that the client's <c>sid</c> stands for.</param>
/// <param name="ClientId">Who is told.</param>
/// <param name="Account">Whose session it was.</param>
/// <param name="Subject">The <c>sub</c> that the client knows them by.</param>
/// <param name="ExpiresAt">When nobody tries any more.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
public sealed record LogoutDelivery(Guid Session, string ClientId, Guid Account, string Subject, DateTimeOffset ExpiresAt, int Attempts)
{
    internal static LogoutDelivery Of(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.GetInt32(5));
}
