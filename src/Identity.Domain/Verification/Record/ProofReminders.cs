using System.Globalization;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;

namespace Identity.Domain.Verification.Record;

/// <summary>
/// Tells people that a level they have runs out, of each of the times that the settings name once, whichever node looks. Evidence
/// that ends and takes no level with it is nobody's business. Safe for concurrent use.
/// </summary>
internal sealed class ProofReminders(IDatabase database, Ledger ledger, LevelRules rules, EvidenceSeal seal, ProofTimes times)
{
    /// <summary>Looks at evidence whose time it is.</summary>
    /// <returns>How many accounts were looked at.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(read => read.ListAsync(RecordStatements.ToRemind, row => row.GetGuid(0), ("now", Now)), cancellationToken);
        foreach (var account in due)
        {
            await ledger.RecordAsync(write => LookAsync(write, account),
                notice => notice is null ? Recorded.Nothing : new Recorded([], []) { Notices = [notice] }, cancellationToken);
        }

        return due.Count;
    }

    private async ValueTask<Notice?> LookAsync(IStatements write, Guid account)
    {
        // Of two nodes that look, the second finds nothing due any more.
        await write.FirstAsync(RecordStatements.Lock, row => row.GetGuid(0), ("account", account));
        var due = await write.ListAsync(RecordStatements.ToRemindOf, row => (Id: row.GetGuid(0), At: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), ("account", account), ("now", Now));
        if (due.Count == 0)
            return null;

        var evidence = await write.ListAsync(RecordStatements.List, seal.Read, ("account", account));
        TimeSpan? longest = null;
        foreach (var (id, at) in due)
        {
            var item = evidence.First(item => item.Id == id);
            longest = Max(longest, times.Due(item, rules.Lifetimes, at));
            await write.ExecuteAsync(RecordStatements.Remind, ("id", id), ("next", times.Next(item, rules.Lifetimes)?.ToUnixTimeMilliseconds()));
        }

        return longest is { } before && Lost(evidence, times.Now + before) is { } when
            ? new Notice(account, RecordMessages.Expiring) { Values = new Dictionary<string, string> { ["when"] = when.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) } }
            : null;
    }

    // The first level that is lost by then, in whichever scheme.
    private DateTimeOffset? Lost(IReadOnlyList<HeldEvidence> evidence, DateTimeOffset by) => rules.Frameworks.Values
        .Select(framework => EvidencePolicy.Judge(rules, framework, evidence, [], times.Now).Granted?.Until).Where(until => until <= by).Min();

    private static TimeSpan? Max(TimeSpan? one, TimeSpan? other) => one > other || other is null ? one : other;

    private long Now => times.Now.ToUnixTimeMilliseconds();
}
