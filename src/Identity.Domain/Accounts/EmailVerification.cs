using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts;

/// <summary>
/// Shows that a newcomer reads an address, by a code sent there. An address that has an account gets another message and
/// a code that nobody knows, by the same statements, so that no page and no clock tells the two apart.
/// </summary>
public sealed class EmailVerification(Ledger ledger, SentCodes codes, IOptions<AccountOptions> options, AccountMetrics metrics)
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
        metrics.Count(await ledger.RecordAsync(
            write => codes.CheckAsync(write, Place(journey, email), code, options.Value.CodeAttempts), Recorded.Nothing, cancellationToken));

    private async ValueTask<Sending> SendAsync(IStatements write, string journey, EmailAddress email, string locale)
    {
        var decision = await codes.MaySendAsync(write, email.Key, options.Value.Resends);
        if (decision is not LimitDecision.Allowed)
            return new(decision, null);

        var owner = await write.FirstAsync(AccountStatements.FindByEmail, KnownAccount.Of, ("key", email.Key));
        var code = await codes.AddAsync(write, Place(journey, email), options.Value.CodeLife, works: owner is null);
        return new(decision, owner is null ? VerifyMessage(email, locale, code) : ExistsMessage(owner, email));
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

    private static CodePlace Place(string journey, EmailAddress email) => new(Purpose, journey, email.Key);
}
