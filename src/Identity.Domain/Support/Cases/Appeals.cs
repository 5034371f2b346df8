using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Support.Lookup;
using Identity.Domain.Verification.Record;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Support.Cases;

/// <summary>What a citizen asked, and by when somebody answers.</summary>
public sealed record Appeal(string Reference, DateTimeOffset DueAt);

/// <summary>
/// A citizen whose proof came to nothing asks a person to look at it: a case that anybody of staff may take, of which its citizen
/// has the reference and the clock. One at a time. Safe for concurrent use.
/// </summary>
public sealed class Appeals(IDatabase database, Ledger ledger, IOptions<SupportOptions> options, TimeProvider clock)
{
    /// <summary>How much can be said, in characters.</summary>
    public const int MostWords = 500;

    private sealed record Asked(Appeal Appeal, bool IsNew);

    /// <returns>What waits for an answer; null when nothing does.</returns>
    public Task<Appeal?> FindAsync(Guid account, CancellationToken cancellationToken) => database.ReadAsync(read => FindAsync(read, account), cancellationToken);

    /// <summary>Whether there is anything that a person could look at again.</summary>
    public async Task<bool> MayAskAsync(Guid account, CancellationToken cancellationToken) => await database.ReadAsync(read => MayAskAsync(read, account), cancellationToken);

    /// <summary>Asks, or finds what was asked before and waits for its answer.</summary>
    /// <param name="session">The citizen's.</param>
    /// <param name="words">What they think is wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when nothing has come to nothing.</returns>
    /// <exception cref="ArgumentException">It is longer than <see cref="MostWords"/>.</exception>
    public async Task<Appeal?> AskAsync(Session session, string words, CancellationToken cancellationToken)
    {
        if (words.Length > MostWords)
            throw new ArgumentException("It is too long.", nameof(words));
        var asked = await ledger.RecordAsync(write => AskAsync(write, session.AccountId), done => done is { IsNew: true } ? Record(session.AccountId, done.Appeal, words) : Recorded.Nothing, cancellationToken);
        return asked?.Appeal;
    }

    private async ValueTask<Asked?> AskAsync(IStatements write, Guid account)
    {
        await write.FirstAsync(RecordStatements.Lock, row => row.GetGuid(0), ("account", account));
        if (await FindAsync(write, account) is { } before)
            return new(before, false);
        if (!await MayAskAsync(write, account))
            return null;

        var now = clock.GetUtcNow();
        var due = now + options.Value.ClockOf(CaseKind.Proof);
        var reference = SupportReferences.Create();
        while (await write.ExecuteAsync(CaseStatements.Appeal, ("id", Guid.CreateVersion7(now)), ("reference", reference), ("account", account),
            ("now", now.ToUnixTimeMilliseconds()), ("due", due.ToUnixTimeMilliseconds())) == 0)
            reference = SupportReferences.Create();
        return new(new(reference, due), true);
    }

    private static ValueTask<Appeal?> FindAsync(IStatements read, Guid account) => read.FirstAsync(CaseStatements.FindAppeal,
        row => new Appeal(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), ("account", account));

    private static async ValueTask<bool> MayAskAsync(IStatements read, Guid account) =>
        await read.FirstAsync(CaseStatements.MayAppeal, row => row.GetInt64(0), ("account", account)) > 0;

    private static Recorded Record(Guid account, Appeal appeal, string words) => Recorded.Of(
        new AuditEntry(AuditSubject.Account(account), AuditEvents.Appealed)
        {
            Details = new Dictionary<string, string> { ["case"] = appeal.Reference, ["kind"] = nameof(CaseKind.Proof) },
            Personal = new Dictionary<string, string> { ["note"] = words },
        },
        new Notice(account, SupportMessages.Appealed)
        {
            To = NoticeAudience.Everywhere,
            Values = new Dictionary<string, string> { ["case"] = appeal.Reference, ["when"] = Holds.SupportHolds.Moment(appeal.DueAt) },
        });
}
