using System.Diagnostics;
using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;

namespace Identity.Domain.Accounts;

/// <summary>How sign-in goes, and how far newcomers get.</summary>
public sealed class AccountMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _signIns = meters.Identity().CreateCounter<long>("identity.sign_ins", "{attempt}", "Attempts to sign in, by method and outcome.");
    private readonly Counter<long> _creations = meters.Identity().CreateCounter<long>("identity.account.creations", "{step}", "Steps of creating an account, by outcome.");

    internal PasswordOutcome Count(PasswordOutcome outcome)
    {
        CountSignIn("password", outcome switch
        {
            PasswordOutcome.Correct => "correct",
            PasswordOutcome.Held => "held",
            PasswordOutcome.Wrong => "wrong",
            PasswordOutcome.TooManyAttempts => "too_many",
            PasswordOutcome.Busy => "busy",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    /// <summary>Counts an attempt by a method of another room.</summary>
    internal void CountSignIn(string method, string outcome) => _signIns.Add(1, Instruments.Tag("method", method), Instruments.Tag("outcome", outcome));

    internal SendOutcome Count(SendOutcome outcome)
    {
        Step("send_code", outcome is SendOutcome.Sent ? "sent" : "too_many");
        return outcome;
    }

    internal CodeOutcome Count(CodeOutcome outcome)
    {
        Step("confirm_code", outcome switch
        {
            CodeOutcome.Confirmed => "confirmed",
            CodeOutcome.Wrong => "wrong",
            CodeOutcome.TooManyAttempts => "too_many",
            CodeOutcome.Expired => "expired",
            CodeOutcome.AlreadyUsed => "used",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    internal CreateOutcome Count(CreateOutcome outcome)
    {
        Step("create", outcome switch
        {
            CreateOutcome.Created => "created",
            CreateOutcome.EmailTaken => "taken",
            CreateOutcome.PasswordRefused => "password_refused",
            CreateOutcome.Busy => "busy",
            _ => throw new UnreachableException(),
        });
        return outcome;
    }

    private void Step(string step, string outcome) => _creations.Add(1, Instruments.Tag("step", step), Instruments.Tag("outcome", outcome));
}
