using Identity.Domain.BackChannelLogout;
using Identity.Domain.Grants;
using Identity.Domain.Storage;

namespace Identity.Domain.Sessions;

/// <summary>
/// The one door through which sessions end, in the transaction of whatever ends them: the session, what was given in it
/// without <c>offline_access</c>, and a delivery for each application that has to be told. A session whose time runs out
/// ends by itself and tells nobody.
/// </summary>
internal static class SessionEndings
{
    private static readonly Statement EndOne = new("sessions.end",
        "UPDATE sessions SET ended_at = @now WHERE id = @id AND account_id = @account AND ended_at IS NULL");

    private static readonly Statement EndOthers = new("sessions.end-others",
        "UPDATE sessions SET ended_at = @now WHERE account_id = @account AND id <> @keep AND ended_at IS NULL RETURNING id, expires_at");

    /// <summary>What was given without <c>offline_access</c> ends with the session.</summary>
    private static readonly Statement EndGrants = new("grants.end-with-session",
        "UPDATE grants SET revoked_at = @now WHERE session_id = @session AND offline = 0 AND revoked_at IS NULL");

    private static readonly Statement EndOtherGrants = new("grants.end-with-other-sessions",
        "UPDATE grants SET revoked_at = @now WHERE account_id = @account AND session_id <> @keep AND offline = 0 AND revoked_at IS NULL");

    private static readonly Statement RevokeGrants = new("grants.revoke-of-account",
        "UPDATE grants SET revoked_at = @now WHERE account_id = @account AND revoked_at IS NULL");

    /// <summary>
    /// The same citizen signed in again in the same browser: what they gave before goes on, under the <c>sid</c> that its
    /// ID tokens carry. What was revoked meanwhile moves too: its application is told of the end.
    /// </summary>
    private static readonly Statement MoveGrants = new("grants.move-to-session",
        "UPDATE grants SET first_session_id = COALESCE(first_session_id, session_id), session_id = @to WHERE session_id = @from");

    /// <summary>Ends one session of a citizen.</summary>
    /// <returns>Whether there was one that had not ended.</returns>
    public static async ValueTask<bool> EndAsync(IStatements write, Guid session, Guid account, DateTimeOffset now)
    {
        var at = ("now", (object?)now.ToUnixTimeMilliseconds());
        if (await write.ExecuteAsync(EndOne, ("id", session), ("account", account), at) == 0)
            return false;
        await write.ExecuteAsync(EndGrants, ("session", session), at);
        await TellAsync(write, account, now);
        return true;
    }

    /// <summary>Another session goes on in its place, in the same browser and for the same citizen: nobody has to be told.</summary>
    public static async ValueTask ReplaceAsync(IStatements write, Guid session, Guid account, Guid next, DateTimeOffset now)
    {
        await write.ExecuteAsync(EndOne, ("id", session), ("account", account), ("now", now.ToUnixTimeMilliseconds()));
        await write.ExecuteAsync(MoveGrants, ("from", session), ("to", next));
    }

    /// <summary>Ends every session of a citizen, but for one that is kept.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="account">Whose they are.</param>
    /// <param name="keep">The session that goes on; <see cref="Guid.Empty"/> for none.</param>
    /// <param name="now">The time.</param>
    /// <returns>Those that ended before their time.</returns>
    public static async ValueTask<IReadOnlyList<Guid>> EndOthersAsync(IStatements write, Guid account, Guid keep, DateTimeOffset now)
    {
        var at = now.ToUnixTimeMilliseconds();
        var ended = await write.ListAsync(EndOthers, row => (Id: row.GetGuid(0), ExpiresAt: row.GetInt64(1)), ("account", account), ("keep", keep), ("now", at));
        await write.ExecuteAsync(EndOtherGrants, ("account", account), ("keep", keep), ("now", at));
        if (ended.Count > 0)
            await TellAsync(write, account, now);
        return [.. ended.Where(session => session.ExpiresAt > at).Select(session => session.Id)];
    }

    /// <summary>Ends every session of a citizen, and everything that applications were given, for good.</summary>
    public static async ValueTask EndAllAsync(IStatements write, Guid account, DateTimeOffset now)
    {
        await EndOthersAsync(write, account, Guid.Empty, now);
        await write.ExecuteAsync(RevokeGrants, ("account", account), ("now", now.ToUnixTimeMilliseconds()));
    }

    private static async ValueTask TellAsync(IStatements write, Guid account, DateTimeOffset now) => await write.ExecuteAsync(LogoutStatements.Queue,
        ("account", account), ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + LogoutDeliveries.Life).ToUnixTimeMilliseconds()));
}
