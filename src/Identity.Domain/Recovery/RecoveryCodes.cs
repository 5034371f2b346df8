using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Recovery;

/// <summary>
/// Codes by e-mail that lead back into an account: to its own address, and to the people its owner chose. Somebody who names an
/// account that is not there is sent word of that, by the same statements, so that no page and no clock tells the two apart.
/// </summary>
internal sealed class RecoveryCodes(Ledger ledger, SentCodes codes, IOptions<AccountOptions> options)
{
    private const string ByOwner = "recovery";
    private const string ByContact = "recovery-contact";

    /// <param name="attempt">Who tries; the code works in their journey alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SendOutcome> SendAsync(RecoveryAttempt attempt, CancellationToken cancellationToken)
    {
        // To the address its owner gave, never to the spelling just typed.
        var destination = attempt.Account?.Email ?? attempt.Claim.Email?.Spelling;
        var decision = await ledger.RecordAsync(async write =>
        {
            var allowed = await codes.MaySendAsync(write, attempt.Key, options.Value.Resends);
            if (allowed is LimitDecision.RetryAt)
                return (Decision: allowed, Message: null);
            var code = await codes.AddAsync(write, new CodePlace(ByOwner, attempt.Journey, attempt.Key), options.Value.CodeLife, works: attempt.Account?.Email is not null);
            return (Decision: allowed, Message: destination is null ? null : Message(destination, attempt, code));
        }, done => done.Message is null ? Recorded.Nothing : new Recorded([], [done.Message]), cancellationToken);
        return decision.Decision is LimitDecision.RetryAt wait ? new SendOutcome.TooManySent(wait.Time) : new SendOutcome.Sent();
    }

    /// <summary>Sends each of the people an owner chose a code of their own; any of them will do.</summary>
    public async Task<SendOutcome> AskContactsAsync(RecoveryAttempt attempt, IReadOnlyList<RecoveryContact> contacts, CancellationToken cancellationToken)
    {
        var decision = await ledger.RecordAsync(async write =>
        {
            var allowed = await codes.MaySendAsync(write, ByContact + attempt.Key, options.Value.Resends);
            if (allowed is LimitDecision.RetryAt)
                return (Decision: allowed, Messages: []);
            List<Message> messages = [];
            // One that nobody knows where there is nobody, so that the same is stored.
            if (contacts.Count == 0)
                await codes.AddAsync(write, new CodePlace(ByContact, attempt.Journey, ByContact + attempt.Key), options.Value.CodeLife, works: false);
            foreach (var contact in contacts)
            {
                var code = await codes.AddAsync(write, new CodePlace(ByContact, attempt.Journey, ByContact + attempt.Key), options.Value.CodeLife);
                messages.Add(new Message(MessageChannel.Email, contact.Email, RecoveryMessages.ContactCode, attempt.Account?.Locale ?? attempt.Locale,
                    new Dictionary<string, string> { ["name"] = attempt.Account?.Name ?? contact.Name, ["code"] = code.Digits })
                {
                    Life = options.Value.CodeLife,
                });
            }

            return (Decision: allowed, Messages: messages);
        }, done => new Recorded([], done.Messages), cancellationToken);
        return decision.Decision is LimitDecision.RetryAt wait ? new SendOutcome.TooManySent(wait.Time) : new SendOutcome.Sent();
    }

    public Task<CodeOutcome> CheckAsync(RecoveryAttempt attempt, OneTimeCode code, CancellationToken cancellationToken) =>
        CheckAsync(new CodePlace(ByOwner, attempt.Journey, attempt.Key), code, cancellationToken);

    public Task<CodeOutcome> CheckContactAsync(RecoveryAttempt attempt, OneTimeCode code, CancellationToken cancellationToken) =>
        CheckAsync(new CodePlace(ByContact, attempt.Journey, ByContact + attempt.Key), code, cancellationToken);

    private Task<CodeOutcome> CheckAsync(CodePlace place, OneTimeCode code, CancellationToken cancellationToken) =>
        ledger.RecordAsync(write => codes.CheckAsync(write, place, code, options.Value.CodeAttempts), Recorded.Nothing, cancellationToken);

    private Message Message(string destination, RecoveryAttempt attempt, OneTimeCode code) => attempt.Account is not { } owner
        ? new(MessageChannel.Email, destination, RecoveryMessages.NoAccount, attempt.Locale, new Dictionary<string, string>()) { Life = options.Value.CodeLife }
        : new(MessageChannel.Email, destination, RecoveryMessages.Code, owner.Locale, new Dictionary<string, string> { ["code"] = code.Digits }) { Life = options.Value.CodeLife };
}
