using Identity.Domain.Storage;

namespace Identity.Domain.Sessions;

/// <summary>An application that a session shared with.</summary>
/// <param name="Session">The session that the application's <c>sid</c> stands for.</param>
/// <param name="ClientId">Which application.</param>
public sealed record SharedSession(Guid Session, string ClientId);

/// <summary>Which applications were told that somebody signed in, whether by the back channel or by the browser they are told of the end.</summary>
public sealed class SessionSharing(IDatabase database)
{
    /// <summary>The session as the application's ID tokens name it.</summary>
    internal const string Told = "COALESCE(grants.first_session_id, grants.session_id)";

    /// <summary>Who did not ask for <c>openid</c> was told of no session.</summary>
    internal const string TellsWho = "' ' || grants.scopes || ' ' LIKE '% openid %'";

    private static readonly Statement OfSession = new("grants.shared-in-session",
        $"""
        SELECT {Told}, grants.client_id FROM grants
        WHERE grants.session_id = @session AND grants.account_id = @account AND {TellsWho}
        GROUP BY {Told}, grants.client_id ORDER BY MAX(grants.created_at) DESC LIMIT 100
        """);

    /// <returns>The last hundred, the latest first; also where consent was withdrawn since, for the application's own session may go on.</returns>
    public Task<IReadOnlyList<SharedSession>> OfAsync(Session session, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(OfSession, row => new SharedSession(row.GetGuid(0), row.GetString(1)), ("session", session.Id), ("account", session.AccountId)), cancellationToken);
}
