using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Recovery;

/// <summary>
/// Ways back into accounts: begun by what was shown, waiting where <see cref="RecoveryPolicy"/> says so, cancelled by whoever
/// was told. What they let somebody do is <see cref="RecoveryCompletion"/>. Safe for concurrent use.
/// </summary>
public sealed class Recoveries(IDatabase database, Ledger ledger, HoldingsStore holdings, IOptions<RecoveryOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan MessageLife = TimeSpan.FromDays(3);

    /// <summary>Judges what was shown, and opens a way back when it is enough.</summary>
    /// <param name="account">Whose account.</param>
    /// <param name="lost">What they say they lost.</param>
    /// <param name="shown">What they showed just now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RecoveryProgress> TryAsync(Guid account, LostThing lost, RecoveryProofs shown, CancellationToken cancellationToken)
    {
        var held = await holdings.FindAsync(account, cancellationToken);
        if (held.Hold is { } reason and not HoldReason.Request)
            return new RecoveryProgress.Held(reason);

        var now = clock.GetUtcNow();
        var verdict = RecoveryPolicy.Judge(held.Holdings.Protection, shown);
        var open = (await OfAccountAsync(account, cancellationToken)).Where(one => one.IsOpen(now)).ToList();
        if (verdict is RecoveryVerdict.Now)
            return new RecoveryProgress.Open(await BeginAsync(account, lost, shown, TimeSpan.Zero, cancellationToken));
        // Whoever shows the same again, on whatever browser, goes on with what they began.
        if (open.FirstOrDefault(one => one.AnswersTo(held.Holdings.Protection, shown)) is { } begun)
            return begun.ReadyAt <= now ? new RecoveryProgress.Open(begun.Id) : new RecoveryProgress.Waiting(begun.Id, begun.ReadyAt);
        if (verdict is RecoveryVerdict.NotEnough)
            return new RecoveryProgress.NotEnough(held.Holdings.Left(lost) & ~shown);
        return await WaitAsync(account, lost, shown, now, cancellationToken);
    }

    /// <summary>Lets somebody try whom the staff have seen: it waits, its owner is told on every channel, and they show something of their own.</summary>
    /// <returns>The way back.</returns>
    public Task<Guid> AllowAsync(Guid account, LostThing lost, CancellationToken cancellationToken) =>
        BeginAsync(account, lost, RecoveryProofs.Support, options.Value.Wait, cancellationToken);

    /// <summary>The same, within the transaction of whoever decides it.</summary>
    /// <returns>What it leaves behind, beside the way back itself.</returns>
    internal async ValueTask<Recorded> AllowAsync(IStatements write, Guid account, LostThing lost) =>
        (await BeginAsync(write, account, lost, RecoveryProofs.Support, options.Value.Wait)).Recorded;

    /// <summary>Ends every way back that is open: of many that somebody opened, the owner need not find each.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> CancelAsync(Guid account, string actor, CancellationToken cancellationToken) =>
        (await ledger.RecordAsync(write => CancelAsync(write, account, actor), recorded => recorded, cancellationToken)).Entries.Count > 0;

    /// <returns>What ending them leaves behind; nothing when there was none.</returns>
    internal async ValueTask<Recorded> CancelAsync(IStatements write, Guid account, string actor) =>
        await EndAllAsync(write, account, RecoveryEnding.Cancelled, clock.GetUtcNow()) == 0 ? Recorded.Nothing : Recorded.Of(
            new AuditEntry(AuditSubject.Account(account), AuditEvents.RecoveryCancelled) { Actor = actor },
            new Notice(account, RecoveryMessages.Cancelled) { To = NoticeAudience.Everywhere });

    /// <returns>What was begun for an account within the last month, the first to be ready first.</returns>
    public Task<IReadOnlyList<RecoveryCase>> OfAccountAsync(Guid account, CancellationToken cancellationToken) => database.ReadAsync(
        read => read.ListAsync(RecoveryStatements.OfAccount, RecoveryCase.Of,
            ("account", account), ("since", (clock.GetUtcNow() - TimeSpan.FromDays(30)).ToUnixTimeMilliseconds())), cancellationToken);

    /// <returns>When the first way back lets somebody in, or null when none is open.</returns>
    public async Task<DateTimeOffset?> NextAsync(Guid account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (await OfAccountAsync(account, cancellationToken)).FirstOrDefault(one => one.IsOpen(now))?.ReadyAt;
    }

    /// <returns>One of them, or null.</returns>
    public Task<RecoveryCase?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(RecoveryStatements.Find, RecoveryCase.Of, ("id", id)), cancellationToken);

    internal static ValueTask<int> EndAllAsync(IStatements write, Guid account, RecoveryEnding ending, DateTimeOffset now) => write.ExecuteAsync(
        RecoveryStatements.EndAll, ("account", account), ("ending", ending.ToString()), ("now", now.ToUnixTimeMilliseconds()));

    private async Task<RecoveryProgress> WaitAsync(Guid account, LostThing lost, RecoveryProofs shown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Each tells its owner; whoever holds one weak thing shall not be able to do that without end.
        var recent = (await OfAccountAsync(account, cancellationToken)).Where(one => one.StartedAt > now - Day && one.ReadyAt > one.StartedAt).ToList();
        if (recent.Count >= options.Value.MostADay)
            return new RecoveryProgress.TooMany(recent.Min(one => one.StartedAt) + Day);
        return new RecoveryProgress.Waiting(await BeginAsync(account, lost, shown, options.Value.Wait, cancellationToken), now + options.Value.Wait);
    }

    private async Task<Guid> BeginAsync(Guid account, LostThing lost, RecoveryProofs shown, TimeSpan wait, CancellationToken cancellationToken) =>
        (await ledger.RecordAsync(write => BeginAsync(write, account, lost, shown, wait), begun => begun.Recorded, cancellationToken)).Id;

    private async ValueTask<(Guid Id, Recorded Recorded)> BeginAsync(IStatements write, Guid account, LostThing lost, RecoveryProofs shown, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var entry = new AuditEntry(AuditSubject.Account(account), AuditEvents.RecoveryStarted)
        {
            Details = new Dictionary<string, string>
            {
                ["recovery"] = id.ToString("D"),
                ["shown"] = shown.ToString(),
                ["wait"] = wait.ToString("c", CultureInfo.InvariantCulture),
            },
        };
        await write.ExecuteAsync(RecoveryStatements.Insert,
            ("id", id), ("account", account), ("lost", lost.ToString()), ("proofs", (int)shown), ("now", now.ToUnixTimeMilliseconds()),
            ("ready", (now + wait).ToUnixTimeMilliseconds()), ("expires", (now + wait + options.Value.Life).ToUnixTimeMilliseconds()));
        // What opens at once tells its owner when it is completed.
        return (id, wait == TimeSpan.Zero
            ? Recorded.Of(entry)
            : Recorded.Of(entry, new Notice(account, RecoveryMessages.Started) { To = NoticeAudience.EverywhereAndFormer, Life = MessageLife, NotMe = true }));
    }
}
