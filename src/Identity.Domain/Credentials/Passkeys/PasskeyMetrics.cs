using System.Diagnostics;
using System.Diagnostics.Metrics;
using Identity.Domain.Accounts;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>How sign-in with passkeys goes, and how many are made.</summary>
public sealed class PasskeyMetrics(IMeterFactory meters, AccountMetrics accounts)
{
    private readonly Counter<long> _enrolments = meters.Identity().CreateCounter<long>(
        "identity.passkeys.enrolments", "{attempt}", "Attempts to make a passkey, by outcome.");

    internal PasskeyOutcome Count(PasskeyOutcome outcome)
    {
        accounts.CountSignIn("passkey", outcome switch
        {
            PasskeyOutcome.SignedIn => "correct",
            PasskeyOutcome.Held => "held",
            PasskeyOutcome.Expired => "expired",
            PasskeyOutcome.Unknown => "unknown",
            PasskeyOutcome.Suspended => "suspended",
            PasskeyOutcome.Refused => "wrong",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    internal EnrolmentOutcome Count(EnrolmentOutcome outcome)
    {
        Enrolment(outcome switch
        {
            EnrolmentOutcome.Added => "added",
            EnrolmentOutcome.Expired => "expired",
            EnrolmentOutcome.Already => "already",
            EnrolmentOutcome.TooMany => "too_many",
            EnrolmentOutcome.Refused => "refused",
            EnrolmentOutcome.SignedOut => "signed_out",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    internal CreateWithPasskeyOutcome Count(CreateWithPasskeyOutcome outcome)
    {
        Enrolment(outcome switch
        {
            CreateWithPasskeyOutcome.Created => "added",
            CreateWithPasskeyOutcome.EmailTaken => "taken",
            CreateWithPasskeyOutcome.Expired => "expired",
            CreateWithPasskeyOutcome.Refused => "refused",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    private void Enrolment(string outcome) => _enrolments.Add(1, Instruments.Tag("outcome", outcome));
}
