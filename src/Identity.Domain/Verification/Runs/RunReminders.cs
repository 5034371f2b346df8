using System.Globalization;
using Identity.Domain.Contacts;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>When somebody is reminded of a code that they were given: seven days and two days before its end.</summary>
internal static class RunReminders
{
    private static readonly TimeSpan[] Before = [TimeSpan.FromDays(7), TimeSpan.FromDays(2)];

    /// <summary>When a step is too late to do; null when it may wait as long as its verification.</summary>
    public static DateTimeOffset? EndOf(VerificationStep? step) => step switch
    {
        VerificationStep.Ask ask => ask.Until,
        VerificationStep.Show show => show.Until,
        VerificationStep.Wait wait => wait.Until,
        _ => null,
    };

    /// <summary>The next time; null when there is none, or somebody else is to act and not the person.</summary>
    public static DateTimeOffset? Next(VerificationStep? step, DateTimeOffset now) => step is VerificationStep.Wait { Handle: null } || EndOf(step) is not { } end
        ? null
        : Before.Select(before => (DateTimeOffset?)(end - before)).FirstOrDefault(time => time > now);

    /// <summary>What they are told; null when it is too late, or nobody knows yet whose it is.</summary>
    public static Notice? NoticeOf(VerificationRun run, DateTimeOffset now) => run.Recovers is null && EndOf(run.Step) is { } end && end > now
        ? new Notice(run.Account, RunMessages.Ending) { Values = new Dictionary<string, string> { ["when"] = end.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) } }
        : null;
}
