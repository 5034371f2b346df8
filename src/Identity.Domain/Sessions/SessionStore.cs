using Identity.Domain.Audit;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

/// <summary>Browsers that are signed in: begun with a new key at each sign-in, found by it, ended everywhere at once.</summary>
public sealed class SessionStore(IDatabase database, Ledger ledger, IOptions<SessionOptions> options, TimeProvider clock)
{
    /// <summary>A session's last use is written at most this often.</summary>
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session by one proof that was made just now.</summary>
    public Task<StartedSession> StartAsync(Guid account, ProofMethod method, Session? previous, CancellationToken cancellationToken) =>
        StartAsync(account, Proofs.Of(new Proof(method, clock.GetUtcNow())), previous, "", cancellationToken);

    /// <summary>Begins a session, and ends the one this browser had before. What the same citizen proved there still counts.</summary>
    /// <param name="account">Who signed in.</param>
    /// <param name="proofs">How they proved it.</param>
    /// <param name="previous">The session of the same browser, if it had one.</param>
    /// <param name="device">What the browser says it is, for its owner to know it by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StartedSession> StartAsync(Guid account, Proofs proofs, Session? previous, string device, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var same = previous?.AccountId == account;
        var session = new Session(Guid.CreateVersion7(now), account, same ? previous!.Proofs.With(proofs) : proofs, now + options.Value.Absolute); // Same, so there is one.
        var key = SessionKey.Create();
        return ledger.RecordAsync(async write =>
        {
            if (previous is not null && !same)
                await SessionEndings.EndAsync(write, previous.Id, previous.AccountId, now);
            await write.ExecuteAsync(SessionStatements.Insert,
                ("id", session.Id), ("key", SessionKey.Hash(key)), ("account", account), ("now", now.ToUnixTimeMilliseconds()),
                ("proofs", session.Proofs.ToString()), ("device", device), ("expires", session.ExpiresAt.ToUnixTimeMilliseconds()));
            if (previous is not null && same)
                await SessionEndings.ReplaceAsync(write, previous.Id, account, session.Id, now);
            return new StartedSession(session, key);
        }, Recorded.Of(Entry(AuditEvents.SignedIn, session, proofs)), cancellationToken);
    }

    /// <summary>Adds what the citizen proved just now to their session, which gets a new key.</summary>
    /// <returns>Null when it has ended meanwhile.</returns>
    public async Task<StartedSession?> ConfirmAsync(Session session, ProofMethod method, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var proof = Proofs.Of(new Proof(method, now));
        var raised = session with { Proofs = session.Proofs.With(proof) };
        var key = SessionKey.Create();
        var rows = await ledger.RecordAsync(
            write => write.ExecuteAsync(SessionStatements.Confirm, ("id", session.Id), ("key", SessionKey.Hash(key)),
                ("proofs", raised.Proofs.ToString()), ("now", now.ToUnixTimeMilliseconds())),
            rows => rows == 0 ? Recorded.Nothing : Recorded.Of(Entry(AuditEvents.Confirmed, session, proof)), cancellationToken);
        return rows == 0 ? null : new StartedSession(raised, key);
    }

    /// <returns>The living session the key opens, or null.</returns>
    public async Task<Session?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (SessionKey.Hash(key) is not { } hash)
            return null;

        var now = clock.GetUtcNow();
        var found = await database.ReadAsync(read => read.FirstAsync(SessionStatements.Find,
            row => (Session: new Session(row.GetGuid(0), row.GetGuid(1), Proofs.Read(row.GetString(2)), Time(row.GetInt64(3))), LastUsed: Time(row.GetInt64(4))),
            ("key", hash), ("now", now.ToUnixTimeMilliseconds()), ("idle", (now - options.Value.Idle).ToUnixTimeMilliseconds())), cancellationToken);
        // What nobody proved opens nothing, whatever its row says.
        if (found.Session?.Proofs.Facts() is null)
            return null;
        if (now - found.LastUsed >= TouchEvery)
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
            write => SessionEndings.EndAsync(write, session.Id, session.AccountId, clock.GetUtcNow()),
            ended => !ended ? Recorded.Nothing : Recorded.Of(new AuditEntry(AuditSubject.Account(session.AccountId), AuditEvents.SignedOut)
            {
                Details = new Dictionary<string, string> { ["session"] = session.Id.ToString("D") },
            }), cancellationToken);

    private static AuditEntry Entry(string @event, Session session, Proofs proofs) => new(AuditSubject.Account(session.AccountId), @event)
    {
        Details = new Dictionary<string, string>
        {
            ["amr"] = string.Join(' ', proofs.Facts()?.Amr ?? []),
            ["session"] = session.Id.ToString("D"),
        },
    };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
