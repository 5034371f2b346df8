using Identity.Domain.Audit;
using Identity.Domain.Grants;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

/// <summary>Browsers that are signed in: begun with a new key at each sign-in, found by it, ended everywhere at once.</summary>
public sealed class SessionStore(IDatabase database, Ledger ledger, IOptions<SessionOptions> options, TimeProvider clock)
{
    /// <summary>A session's last use is written at most this often.</summary>
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session, and ends the one this browser had before.</summary>
    /// <param name="account">Who signed in.</param>
    /// <param name="amr">How they proved it: RFC 8176 values, separated by spaces.</param>
    /// <param name="previous">The session of the same browser, if it had one.</param>
    public Task<StartedSession> StartAsync(Guid account, string amr, Session? previous, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new Session(Guid.CreateVersion7(now), account, now, amr, now + options.Value.Absolute);
        var key = SessionKey.Create();
        return ledger.RecordAsync(async write =>
        {
            if (previous is not null)
                await EndAsync(write, previous.Id, keepGrants: previous.AccountId == account);
            await write.ExecuteAsync(SessionStatements.Insert,
                ("id", session.Id), ("key", SessionKey.Hash(key)), ("account", account), ("now", now.ToUnixTimeMilliseconds()),
                ("auth", now.ToUnixTimeMilliseconds()), ("amr", amr), ("expires", session.ExpiresAt.ToUnixTimeMilliseconds()));
            if (previous is not null && previous.AccountId == account)
                await write.ExecuteAsync(GrantStatements.MoveToSession, ("from", previous.Id), ("to", session.Id));
            return new StartedSession(session, key);
        }, Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.SignedIn)
        {
            Details = new Dictionary<string, string> { ["amr"] = amr, ["session"] = session.Id.ToString("D") },
        }), cancellationToken);
    }

    /// <returns>The living session the key opens, or null.</returns>
    public async Task<Session?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (SessionKey.Hash(key) is not { } hash)
            return null;

        var now = clock.GetUtcNow();
        var found = await database.ReadAsync(read => read.FirstAsync(SessionStatements.Find,
            row => (Session: new Session(row.GetGuid(0), row.GetGuid(1), Time(row.GetInt64(2)), row.GetString(3), Time(row.GetInt64(4))), LastUsed: Time(row.GetInt64(5))),
            ("key", hash), ("now", now.ToUnixTimeMilliseconds()), ("idle", (now - options.Value.Idle).ToUnixTimeMilliseconds())), cancellationToken);
        if (found.Session is not null && now - found.LastUsed >= TouchEvery)
        {
            await database.WriteAsync(write => write.ExecuteAsync(SessionStatements.Touch,
                ("id", found.Session.Id), ("now", now.ToUnixTimeMilliseconds())), cancellationToken);
        }

        return found.Session;
    }

    /// <summary>How long a session that was just used lives on, when nobody uses it again.</summary>
    public TimeSpan Left(Session session)
    {
        // Its last use may have been written a little earlier than now.
        var idle = options.Value.Idle - TouchEvery;
        var absolute = session.ExpiresAt - clock.GetUtcNow();
        return idle < absolute ? idle : absolute;
    }

    /// <summary>Ends a session and every grant that lives no longer than it. Ending twice is ending once.</summary>
    public Task EndAsync(Session session, CancellationToken cancellationToken) =>
        ledger.RecordAsync(
            write => EndAsync(write, session.Id, keepGrants: false),
            ended => ended == 0 ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(session.AccountId), AuditEvents.SignedOut)
            {
                Details = new Dictionary<string, string> { ["session"] = session.Id.ToString("D") },
            }), cancellationToken);

    private async ValueTask<int> EndAsync(IStatements write, Guid session, bool keepGrants)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var ended = await write.ExecuteAsync(SessionStatements.End, ("id", session), ("now", now));
        if (ended > 0 && !keepGrants)
            await write.ExecuteAsync(GrantStatements.EndWithSession, ("session", session), ("now", now));
        return ended;
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
