using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Phones;

/// <summary>
/// Six figures sent to a telephone by text or read out in a call (NIST SP 800-63B-4 §3.1.3.2), good for one purpose in one
/// journey. A text that is not taken, or does not arrive, is followed by a call. Safe for concurrent use.
/// </summary>
public sealed class PhoneCodes(Ledger ledger, Channels channels, SentCodes codes, IOptions<PhoneOptions> options, DayBudgets budgets, SecondStepMetrics metrics)
{
    private readonly PhoneBudget _budget = new(budgets, options);

    private sealed record Sending(PhoneSendOutcome Outcome, Message? Message);

    /// <summary>Sends a code. Codes sent earlier keep working until their time is over.</summary>
    /// <param name="phone">Where to.</param>
    /// <param name="wished">A text or a call.</param>
    /// <param name="use">What it will be good for.</param>
    /// <param name="locale">The language of its words.</param>
    /// <param name="network">Where the request came from.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PhoneSendOutcome> SendAsync(
        PhoneNumber phone, MessageChannel wished, PhoneCodeUse use, string locale, Network network, CancellationToken cancellationToken)
    {
        if (Routes(phone, wished) is not [var route, .. var others])
            return new PhoneSendOutcome.Unavailable();

        var sending = await ledger.RecordAsync(async write => await MaySendAsync(write, phone, network) is { } refused
                ? new Sending(refused, null)
                : new Sending(new PhoneSendOutcome.Sent(route.Channel), await WriteAsync(write, phone, use, locale, route, others)),
            done => done.Message is null ? Recorded.Nothing : new Recorded([], [done.Message]), cancellationToken);
        return sending.Outcome;
    }

    /// <summary>Checks a code typed for the same purpose in the same journey. Right once.</summary>
    public async Task<CodeOutcome> CheckAsync(PhoneNumber phone, PhoneCodeUse use, OneTimeCode code, CancellationToken cancellationToken)
    {
        var outcome = await ledger.RecordAsync(write => codes.CheckAsync(write, Place(phone, use), code, options.Value.CodeAttempts), Recorded.Nothing, cancellationToken);
        if (use.Purpose == PhoneCodeUse.SignIn)
            metrics.Count(SecondStepMetrics.Phone, NameOf(outcome));
        return outcome;
    }

    private static string NameOf(CodeOutcome outcome) => outcome switch
    {
        CodeOutcome.Confirmed => "correct",
        CodeOutcome.Wrong => "wrong",
        CodeOutcome.Expired => "expired",
        CodeOutcome.TooManyAttempts => "too_many",
        CodeOutcome.AlreadyUsed => "used",
        _ => throw new UnreachableException(),
    };

    private async ValueTask<PhoneSendOutcome?> MaySendAsync(IStatements write, PhoneNumber phone, Network network)
    {
        if (await codes.MaySendAsync(write, phone.E164, options.Value.Resends) is LimitDecision.RetryAt soon)
            return new PhoneSendOutcome.TooManySent(soon.Time);
        return await _budget.SpendAsync(write, phone, network) is LimitDecision.RetryAt tomorrow ? new PhoneSendOutcome.BudgetSpent(tomorrow.Time) : null;
    }

    private async ValueTask<Message> WriteAsync(
        IStatements write, PhoneNumber phone, PhoneCodeUse use, string locale, MessageRoute route, IReadOnlyList<MessageRoute> others)
    {
        var code = await codes.AddAsync(write, Place(phone, use), options.Value.CodeLife);
        return new Message(route.Channel, route.Destination, PhoneTexts.Code, locale, new Dictionary<string, string> { ["code"] = code.Digits })
        {
            Life = options.Value.CodeLife,
            Otherwise = others,
        };
    }

    // As wished first, and what does not work at the moment not at all.
    private List<MessageRoute> Routes(PhoneNumber phone, MessageChannel wished)
    {
        MessageChannel[] ways = (phone.TakesTexts, wished) switch
        {
            (false, _) => [MessageChannel.Voice],
            (true, MessageChannel.Voice) => [MessageChannel.Voice, MessageChannel.Text],
            _ => [MessageChannel.Text, MessageChannel.Voice],
        };
        return [.. ways.Where(channels.IsUp).Select(channel => new MessageRoute(channel, phone.E164))];
    }

    private static CodePlace Place(PhoneNumber phone, PhoneCodeUse use) => new(use.Purpose, use.Journey, phone.E164);
}
