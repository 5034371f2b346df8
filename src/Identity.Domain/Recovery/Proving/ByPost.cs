using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Letters;
using Identity.Domain.Notifications;
using Identity.Domain.Phones;

namespace Identity.Domain.Recovery.Proving;

/// <summary>They open the post at the account's address. A code that was sent before is good as well: letters take days.</summary>
internal sealed class ByLetter(LetterCodes letters) : IRecoveryProof
{
    private const string Purpose = "recovery";

    public RecoveryProofs Kind => RecoveryProofs.LetterCode;

    // Whether there is an address, or enough letters are on their way, is nothing that this page may tell.
    public async Task<SendOutcome> AskAsync(RecoveryAttempt attempt, CancellationToken cancellationToken)
    {
        await letters.SendAsync(attempt.Target, Purpose, cancellationToken);
        return new SendOutcome.Sent();
    }

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken) =>
        await letters.CheckAsync(attempt.Target, Purpose, typed, cancellationToken) switch
        {
            LetterCodeOutcome.Confirmed => new ShowOutcome.Shown(attempt.Target),
            LetterCodeOutcome.Empty => new ShowOutcome.Unreadable(new CodeReading.Empty()),
            LetterCodeOutcome.TooManyAttempts(var retryAt) when attempt.IsKnown => new ShowOutcome.TooManyAttempts(retryAt),
            _ => new ShowOutcome.Wrong(),
        };
}

/// <summary>They answer a telephone of the account: a code goes to each, and any of them will do.</summary>
internal sealed class ByPhone(PhoneStore phones, PhoneCodes codes) : IRecoveryProof
{
    public RecoveryProofs Kind => RecoveryProofs.PhoneCode;

    // What was not sent, because enough was or nothing can be, is nothing that this page may tell: it offers the other ways.
    public async Task<SendOutcome> AskAsync(RecoveryAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var phone in await phones.OfAsync(attempt.Target, cancellationToken))
            await codes.SendAsync(phone.Number, MessageChannel.Text, Use(attempt), attempt.Locale, attempt.Network, cancellationToken);
        return new SendOutcome.Sent();
    }

    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, string? typed, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(typed) is not CodeReading.Read(var code))
            return new ShowOutcome.Unreadable(OneTimeCode.Read(typed));
        // Each counts the try; of several numbers none gives more guesses than one.
        ShowOutcome outcome = new ShowOutcome.Wrong();
        foreach (var phone in await phones.OfAsync(attempt.Target, cancellationToken))
        {
            if (ShowOutcome.Of(await codes.CheckAsync(phone.Number, Use(attempt), code, cancellationToken), attempt) is ShowOutcome.Shown shown)
                outcome = shown;
        }

        return outcome;
    }

    private static PhoneCodeUse Use(RecoveryAttempt attempt) => new(PhoneCodeUse.Recovery, attempt.Journey);
}
