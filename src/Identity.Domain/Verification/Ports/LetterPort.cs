using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Sdk;

namespace Identity.Domain.Verification.Ports;

/// <summary>Letters of verifiers, through the outbox. The words are the verifier's own; the frame is that of every letter.</summary>
internal sealed class LetterPort(Ledger ledger, Channels channels, DayBudgets budgets) : ILetterPort
{
    private const int MostADay = 2;
    private const int LongestText = 8000;

    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public bool Available => channels.Has(MessageChannel.Letter);

    public async Task<bool> SendAsync(VerificationSession session, VerifierLetter letter, CancellationToken cancellationToken)
    {
        if (!Available || session.Details.GetValueOrDefault(ClaimNames.Address) is not { Length: > 0 } address)
            return false;
        var body = string.Join("\n\n", letter.Body);
        if (letter.Subject.Length > SdkLimits.Text || body.Length > LongestText || letter.Code.Length > SdkLimits.Name)
            throw new ArgumentException("The letter is longer than one sheet.", nameof(letter));

        var name = $"{session.Details.GetValueOrDefault(ClaimNames.GivenName)} {session.Details.GetValueOrDefault(ClaimNames.FamilyName)}".Trim();
        var message = new Message(MessageChannel.Letter, name.Length > 0 ? $"{name}\n{address}" : address, PortMessages.Letter, session.Locale,
            new Dictionary<string, string> { ["subject"] = letter.Subject, ["text"] = body, ["code"] = letter.Code })
        { Life = Life };
        return await ledger.RecordAsync(
            write => budgets.SpendAsync(write, "verifier-letter", session.Person, MostADay),
            decision => decision is LimitDecision.Allowed ? new Recorded([], [message]) : Recorded.Nothing, cancellationToken) is LimitDecision.Allowed;
    }
}
