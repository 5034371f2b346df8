using System.Diagnostics;
using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;

namespace Identity.Domain.Credentials.BackupCodes;

/// <summary>
/// Ten codes that a citizen keeps on paper for the day on which nothing else is at hand: made, tried, removed. Each works
/// once, wrong ones are limited like passwords, and the owner is told of every change. Safe for concurrent use.
/// </summary>
public sealed class BackupCodes(BackupCodeStore store, Ledger ledger, SignInLimits limits, SecondStepMetrics metrics, TimeProvider clock)
{
    private const string Method = "backup-code";

    /// <summary>With so many left, or fewer, the owner is asked to make new ones.</summary>
    public const int Few = 3;

    /// <summary>Makes ten codes, which are shown this once. Earlier ones stop working.</summary>
    /// <returns>Null, and nothing is changed, when the session has ended.</returns>
    public async Task<BackupCodeList?> CreateAsync(Session session, KnownAccount account, CancellationToken cancellationToken)
    {
        var list = new BackupCodeList([.. Enumerable.Range(0, BackupCodeList.Length).Select(_ => BackupCode.Create())], clock.GetUtcNow());
        var made = await ledger.RecordAsync(
            write => store.ReplaceAsync(write, session, account.Id, list),
            done => done ? Record(account, AuditEvents.BackupCodesMade, BackupCodeMessages.Made) : Recorded.Nothing, cancellationToken);
        return made ? list : null;
    }

    /// <summary>How many codes an account has, and since when.</summary>
    public Task<BackupCodeCount> LeftAsync(Guid account, CancellationToken cancellationToken) => store.CountAsync(account, cancellationToken);

    /// <summary>Looks at one code and counts it. A right one works once; its owner is told.</summary>
    /// <param name="account">Whose code it would be.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BackupCodeOutcome> TryAsync(Guid account, string? typed, Network network, CancellationToken cancellationToken) =>
        Count(await LookAsync(account, typed, network, cancellationToken));

    /// <summary>Removes all codes of an account.</summary>
    /// <returns>False, and nothing is changed, when there are none or the session has ended.</returns>
    public Task<bool> RemoveAsync(Session session, KnownAccount account, CancellationToken cancellationToken) => ledger.RecordAsync(
        write => BackupCodeStore.RemoveAsync(write, session, account.Id),
        done => done ? Record(account, AuditEvents.BackupCodesRemoved, BackupCodeMessages.Removed) : Recorded.Nothing, cancellationToken);

    private async Task<BackupCodeOutcome> LookAsync(Guid account, string? typed, Network network, CancellationToken cancellationToken)
    {
        if (BackupCode.IsEmpty(typed))
            return new BackupCodeOutcome.Empty();

        var attempt = new SignInAttempt(account.ToString("D"), network) { Method = Method };
        if (await limits.CheckAsync(attempt, cancellationToken) is LimitDecision.RetryAt waiting)
            return new BackupCodeOutcome.TooManyAttempts(waiting.Time);
        var code = BackupCode.Read(typed);
        switch (code is null ? BackupCodeStore.State.Unknown : await store.FindAsync(account, code, cancellationToken))
        {
            case BackupCodeStore.State.Used:
                return new BackupCodeOutcome.AlreadyUsed();
            case BackupCodeStore.State.Fresh when await limits.RecordSuccessAsync(attempt, cancellationToken) is LimitDecision.RetryAt late:
                return new BackupCodeOutcome.TooManyAttempts(late.Time);
            case BackupCodeStore.State.Fresh:
                return await UseAsync(account, code!, cancellationToken); // Found, so it was read.
            default:
                return await limits.RecordFailureAsync(attempt, cancellationToken) is LimitDecision.RetryAt next
                    ? new BackupCodeOutcome.TooManyAttempts(next.Time)
                    : new BackupCodeOutcome.Wrong();
        }
    }

    private async Task<BackupCodeOutcome> UseAsync(Guid account, BackupCode code, CancellationToken cancellationToken)
    {
        var used = await ledger.RecordAsync(
            write => store.UseAsync(write, account, code),
            use => use is not (var owner, var left)
                ? Recorded.Nothing
                : Record(owner, AuditEvents.BackupCodeUsed, left <= Few ? BackupCodeMessages.RunningLow : BackupCodeMessages.Used,
                    ("left", left.ToString(CultureInfo.InvariantCulture))), cancellationToken);
        return used is null ? new BackupCodeOutcome.AlreadyUsed() : new BackupCodeOutcome.Correct(used.Left);
    }

    private BackupCodeOutcome Count(BackupCodeOutcome outcome)
    {
        metrics.Count(SecondStepMetrics.BackupCode, outcome switch
        {
            BackupCodeOutcome.Correct => "correct",
            BackupCodeOutcome.Empty => "unreadable",
            BackupCodeOutcome.Wrong => "wrong",
            BackupCodeOutcome.AlreadyUsed => "used",
            BackupCodeOutcome.TooManyAttempts => "too_many",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    private static Recorded Record(KnownAccount account, string happened, string template, params (string Key, string Value)[] values)
    {
        var entry = new AuditEntry(AuditSubject.Account(account.Id), happened) { Details = values.ToDictionary() };
        return Recorded.Of(entry, new Notice(account.Id, template) { Values = values.ToDictionary() });
    }
}
