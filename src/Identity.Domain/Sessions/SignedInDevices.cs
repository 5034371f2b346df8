using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Sessions;

/// <summary>
/// Where a citizen is signed in, and how they end it from afar. Every statement is bound to the account of the session that
/// asks, so that nobody sees or ends what is another's.
/// </summary>
public sealed class SignedInDevices(IDatabase database, Ledger ledger, IOptions<SessionOptions> options, TimeProvider clock)
{
    /// <returns>The living sessions of whoever asks, theirs that asks among them, the last used first; a hundred at most.</returns>
    public async Task<IReadOnlyList<SignedInDevice>> ListAsync(Session asking, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await database.ReadAsync(read => read.ListAsync(SessionStatements.ListOfAccount,
            row => new SignedInDevice(row.GetGuid(0), row.GetString(1), Time(row.GetInt64(2)), Time(row.GetInt64(3))),
            ("account", asking.AccountId), ("now", now.ToUnixTimeMilliseconds()), ("idle", (now - options.Value.Idle).ToUnixTimeMilliseconds())), cancellationToken);
    }

    /// <summary>Ends one session and every grant that lives no longer than it.</summary>
    /// <returns>Whether there was such a session of theirs that had not ended.</returns>
    public Task<bool> EndAsync(Session asking, Guid session, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => SessionEndings.EndAsync(write, session, asking.AccountId, clock.GetUtcNow()),
        ended => ended ? Recorded.Of(Entry(asking, session)) : Recorded.Nothing, cancellationToken);

    /// <summary>Ends every session but the one that asks, and every grant that lives no longer than they.</summary>
    /// <returns>How many had not ended.</returns>
    public async Task<int> EndOthersAsync(Session asking, CancellationToken cancellationToken) => (await ledger.RecordAsync(
        write => SessionEndings.EndOthersAsync(write, asking.AccountId, asking.Id, clock.GetUtcNow()),
        ended => new Recorded([.. ended.Select(session => Entry(asking, session))], []), cancellationToken)).Count;

    private static AuditEntry Entry(Session asking, Guid ended) => new(AuditSubject.Account(asking.AccountId), AuditEvents.SignedOut)
    {
        Details = new Dictionary<string, string>
        {
            ["session"] = ended.ToString("D"),
            ["from"] = asking.Id.ToString("D"),
        },
    };

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
