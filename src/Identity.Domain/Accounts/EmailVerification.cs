using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts;

/// <summary>
/// Shows that a newcomer reads an address, by a code sent there. An address that has an account gets another message and
/// a code that nobody knows, by the same statements, so that no page and no clock tells the two apart.
/// </summary>
public sealed class EmailVerification(Ledger ledger, InstanceSecrets secrets, IOptions<AccountOptions> options, AccountMetrics metrics, TimeProvider clock)
{
    private const string Purpose = "create-account";

    private sealed record Sending(LimitDecision Decision, Message? Message);

    /// <summary>Sends a code for one journey. Codes sent earlier keep working until their time is over.</summary>
    public async Task<SendOutcome> SendAsync(string journey, EmailAddress email, string locale, CancellationToken cancellationToken)
    {
        var sending = await ledger.RecordAsync(
            write => SendAsync(write, journey, email, locale),
            done => done.Message is null ? Recorded.Nothing : new Recorded([], [done.Message]), cancellationToken);
        return metrics.Count(sending.Decision is LimitDecision.RetryAt wait ? new SendOutcome.TooManySent(wait.Time) : new SendOutcome.Sent());
    }

    /// <summary>Checks a code typed in the same journey for the same address. Right once.</summary>
    public async Task<CodeOutcome> ConfirmAsync(string journey, EmailAddress email, OneTimeCode code, CancellationToken cancellationToken) =>
        metrics.Count(await ledger.RecordAsync(write => ConfirmAsync(write, Proof(journey, email), code), Recorded.Nothing, cancellationToken));

    private async ValueTask<Sending> SendAsync(IStatements write, string journey, EmailAddress email, string locale)
    {
        var now = clock.GetUtcNow();
        var destination = Hash("destination", email.Key);
        var earlier = await write.ListAsync(ContactCodes.SentSince, row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            ("destination", destination), ("since", (now - options.Value.CodeResendWindow).ToUnixTimeMilliseconds()));
        var decision = options.Value.Resends.Decide(earlier, now);
        if (decision is not LimitDecision.Allowed)
            return new(decision, null);

        var owner = await write.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", email.Key));
        var (id, code) = (Guid.CreateVersion7(now), OneTimeCode.Create());
        var hash = code.Hash(Key, id.ToByteArray());
        await write.ExecuteAsync(ContactCodes.Insert, ("id", id), ("proof", Proof(journey, email)), ("destination", destination),
            ("hash", owner is null ? hash : RandomNumberGenerator.GetBytes(hash.Length)),
            ("now", now.ToUnixTimeMilliseconds()), ("expires", (now + options.Value.CodeLife).ToUnixTimeMilliseconds()));
        return new(decision, owner is null ? VerifyMessage(email, locale, code) : ExistsMessage(owner, email));
    }

    private async ValueTask<CodeOutcome> ConfirmAsync(IStatements write, byte[] proof, OneTimeCode code)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var most = options.Value.CodeAttempts;
        var live = await write.ListAsync(ContactCodes.Attempt, ContactCodes.Live.Of, ("proof", proof), ("now", now), ("most", most));
        if (live.Count == 0)
            return await write.FirstAsync(ContactCodes.Last, ContactCodes.Spent.Of, ("proof", proof)) switch
            {
                { IsUsed: true } => new CodeOutcome.AlreadyUsed(),
                { Attempts: var attempts } when attempts >= most => new CodeOutcome.TooManyAttempts(),
                _ => new CodeOutcome.Expired(),
            };

        // Every one is compared, so that the time does not tell which of them matched.
        if (live.Aggregate(false, (found, sent) => code.Matches(sent.CodeHash, Key, sent.Id.ToByteArray()) | found))
        {
            await write.ExecuteAsync(ContactCodes.Use, ("proof", proof), ("now", now));
            return new CodeOutcome.Confirmed();
        }
        return live.All(sent => sent.Attempts >= most) ? new CodeOutcome.TooManyAttempts() : new CodeOutcome.Wrong();
    }

    private Message VerifyMessage(EmailAddress email, string locale, OneTimeCode code) =>
        new(MessageChannel.Email, email.Spelling, AccountMessages.VerifyEmail, locale, new Dictionary<string, string> { ["code"] = code.Digits })
        {
            Life = options.Value.CodeLife,
        };

    // To the address its owner gave, never to the spelling just typed: two mailboxes that some server takes for one
    // must not let a stranger read about an account.
    private Message ExistsMessage(KnownAccount owner, EmailAddress email) =>
        new(MessageChannel.Email, owner.Email ?? email.Spelling, AccountMessages.AccountExists, owner.Locale, new Dictionary<string, string>())
        {
            Life = options.Value.CodeLife,
        };

    private byte[] Key => secrets.Get("contact-codes");

    private byte[] Proof(string journey, EmailAddress email) => Hash(Purpose, journey, email.Key);

    private byte[] Hash(params IEnumerable<string> parts) => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
