using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;

namespace Identity.Domain.Letters;

/// <summary>
/// A code by post to the address of an account (NIST SP 800-63B-4 §4.2.1.2), good for one purpose. Two letters a month, thirty
/// days to type it, and a day's pause after five wrong ones. Safe for concurrent use.
/// </summary>
public sealed class LetterCodes(Ledger ledger, Channels channels, InstanceSecrets secrets, TimeProvider clock)
{
    /// <summary>How long a code works: letters take days, and people are away.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const int AttemptsBeforePause = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);
    private static readonly WindowPolicy Letters = new(2, TimeSpan.FromDays(30));

    private sealed record Sending(LetterSendOutcome Outcome, Message? Message);

    /// <summary>Posts a code to the address of an account.</summary>
    /// <param name="account">Whose address.</param>
    /// <param name="purpose">What the code will be good for; a code for anything else is refused.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LetterSendOutcome> SendAsync(Guid account, string purpose, CancellationToken cancellationToken)
    {
        if (!channels.Has(MessageChannel.Letter))
            return new LetterSendOutcome.Unavailable();

        return (await ledger.RecordAsync(write => SendAsync(write, account, purpose), done => done.Message is null
            ? Recorded.Nothing
            : Recorded.Of(new AuditEntry(AuditSubject.Account(account), AuditEvents.LetterSent) { Details = new Dictionary<string, string> { ["purpose"] = purpose } }, [done.Message]),
            cancellationToken)).Outcome;
    }

    /// <summary>Looks at a code and counts it. Right once.</summary>
    public Task<LetterCodeOutcome> CheckAsync(Guid account, string purpose, string? typed, CancellationToken cancellationToken) => CopiedText.IsEmpty(typed)
        ? Task.FromResult<LetterCodeOutcome>(new LetterCodeOutcome.Empty())
        : ledger.RecordAsync(write => CheckAsync(write, Proof(account, purpose), LetterCode.Read(typed)), Recorded.Nothing, cancellationToken);

    /// <summary>The same, within the transaction of what the code lets somebody do.</summary>
    internal async ValueTask<bool> IsRightAsync(IStatements write, Guid account, string purpose, string? typed) =>
        !CopiedText.IsEmpty(typed) && await CheckAsync(write, Proof(account, purpose), LetterCode.Read(typed)) is LetterCodeOutcome.Confirmed;

    private async ValueTask<Sending> SendAsync(IStatements write, Guid account, string purpose)
    {
        var now = clock.GetUtcNow();
        if (await write.FirstAsync(ReachStatements.Account, ReachableAccount.Of, ("account", account)) is not { Letter: { } address } owner)
            return new(new LetterSendOutcome.NoAddress(), null);
        var earlier = await write.ListAsync(LetterCodeStatements.SentSince, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("account", account), ("since", (now - Letters.Window).ToUnixTimeMilliseconds()));
        if (Letters.Decide(earlier, now) is LimitDecision.RetryAt later)
            return new(new LetterSendOutcome.TooManySent(later.Time), null);

        var (id, code) = (Guid.CreateVersion7(now), LetterCode.Create());
        await write.ExecuteAsync(LetterCodeStatements.Insert, ("id", id), ("account", account), ("proof", Proof(account, purpose)),
            ("hash", code.Hash(Key, id)), ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + Life).ToUnixTimeMilliseconds()));
        return new(new LetterSendOutcome.Sent(now + Life),
            new Message(MessageChannel.Letter, address, LetterMessages.Code, owner.Locale, new Dictionary<string, string> { ["code"] = code.Grouped }) { Life = Life, Account = account });
    }

    private async ValueTask<LetterCodeOutcome> CheckAsync(IStatements write, byte[] proof, LetterCode? code)
    {
        var now = clock.GetUtcNow();
        var live = await write.ListAsync(LetterCodeStatements.Attempt, LetterCodeStatements.Live.Of, ("proof", proof), ("now", now.ToUnixTimeMilliseconds()));
        if (live.Count == 0)
            return await WhyNotAsync(write, proof, now);

        // Every one is compared, so that the time does not tell which of them matched.
        if (live.Aggregate(false, (found, sent) => (code is not null && CryptographicOperations.FixedTimeEquals(sent.CodeHash, code.Hash(Key, sent.Id))) | found))
        {
            await write.ExecuteAsync(LetterCodeStatements.Use, ("proof", proof), ("now", now.ToUnixTimeMilliseconds()));
            return new LetterCodeOutcome.Confirmed();
        }

        if (live.All(sent => sent.Attempts < AttemptsBeforePause))
            return new LetterCodeOutcome.Wrong();
        await write.ExecuteAsync(LetterCodeStatements.Pause, ("proof", proof), ("until", (now + Pause).ToUnixTimeMilliseconds()));
        return new LetterCodeOutcome.TooManyAttempts(now + Pause);
    }

    private static async ValueTask<LetterCodeOutcome> WhyNotAsync(IStatements write, byte[] proof, DateTimeOffset now) =>
        await write.FirstAsync(LetterCodeStatements.Last, LetterCodeStatements.Spent.Of, ("proof", proof)) switch
        {
            { IsUsed: true } => new LetterCodeOutcome.AlreadyUsed(),
            { PausedUntil: { } until } when until > now.ToUnixTimeMilliseconds() => new LetterCodeOutcome.TooManyAttempts(DateTimeOffset.FromUnixTimeMilliseconds(until)),
            _ => new LetterCodeOutcome.Expired(),
        };

    private byte[] Key => secrets.Get("letter-codes");

    private byte[] Proof(Guid account, string purpose) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{account:N}{purpose}"));
}
