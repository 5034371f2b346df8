using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;

namespace Identity.Domain.Recovery.Proving;

/// <summary>
/// They prove again who they are, by the verifiers that there are (NIST SP 800-63B-4 §4.2.2.2). An account that is not there, and
/// one that nobody proved, take the same work and get the same answers. Safe for concurrent use.
/// </summary>
public sealed class ByIdentity
{
    private const string Method = "recovery-identity";

    private static readonly TimeSpan MessageLife = TimeSpan.FromDays(1);

    private readonly RecoveryProver _prover;
    private readonly Reproofs _reproofs;

    internal ByIdentity(RecoveryProver prover, Reproofs reproofs) => (_prover, _reproofs) = (prover, reproofs);

    /// <summary>Every verifier by which it can be done, the quickest first.</summary>
    public Task<IReadOnlyList<OfferedRoute>> WaysAsync(CancellationToken cancellationToken) => _reproofs.WaysAsync(cancellationToken);

    /// <summary>Begins with one of them. Each beginning counts as a try until one leads back in.</summary>
    /// <param name="attempt">Who tries: the verification goes on by <see cref="Verifications"/> for <see cref="RunHolder.Recovery"/> of their journey.</param>
    /// <param name="verifier">By which verifier.</param>
    /// <param name="details">What they typed for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> BeginAsync(RecoveryAttempt attempt, string verifier, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken)
    {
        if (await _prover.Limits.CheckAsync(Counted(attempt), cancellationToken) is LimitDecision.RetryAt waiting)
            return new RunOutcome.TooMany(waiting.Time);
        await _prover.Limits.RecordFailureAsync(Counted(attempt), cancellationToken);
        var known = await _prover.KnowAsync(attempt, cancellationToken);
        return await _reproofs.BeginAsync(new Reproof(known.Target, attempt.Journey, attempt.Network, attempt.Locale, (write, budgets) => TellAsync(write, budgets, known)),
            verifier, details, cancellationToken);
    }

    /// <summary>Looks at what they proved so far, all of it together.</summary>
    /// <param name="attempt">Who tries.</param>
    /// <param name="runs">The verifications of their journey.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see cref="ShowOutcome.Shown"/> or <see cref="ShowOutcome.Wrong"/>, which never says why.</returns>
    public async Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, IReadOnlyList<Guid> runs, CancellationToken cancellationToken)
    {
        var known = await _prover.KnowAsync(attempt, cancellationToken);
        if (!await _reproofs.IsProvenAsync(known.Target, attempt.Journey, runs, cancellationToken) || known.Account is not { } account)
            return new ShowOutcome.Wrong();
        await _prover.Limits.RecordSuccessAsync(Counted(attempt), cancellationToken);
        return new ShowOutcome.Shown(account.Id);
    }

    /// <summary>Forgets what was proved, once it has opened a way back.</summary>
    public Task ForgetAsync(RecoveryAttempt attempt, IReadOnlyList<Guid> runs, CancellationToken cancellationToken) =>
        _reproofs.ForgetAsync(attempt.Journey, runs, cancellationToken);

    // Once a day: whoever is told each time learns no more, and could be kept busy. To an address without an account goes word of
    // that, by the same statements, so that no clock tells the two apart.
    private static async ValueTask<Recorded> TellAsync(IStatements write, DayBudgets budgets, RecoveryAttempt known)
    {
        var isFirst = await budgets.SpendAsync(write, "recovery-told", known.Target.ToString("N"), 1) is LimitDecision.Allowed;
        var entry = new AuditEntry(known.Account is { } owner ? AuditSubject.Account(owner.Id) : AuditSubject.Operator("recovery"), AuditEvents.RecoveryTried);
        return (known.Account is { } account ? account.Email : known.Claim.Email?.Spelling) is { } destination && isFirst
            ? Recorded.Of(entry, new Message(MessageChannel.Email, destination, known.Account is null ? RecoveryMessages.NoAccount : RecoveryMessages.Proving,
                known.Account?.Locale ?? known.Locale, new Dictionary<string, string>())
            { Life = MessageLife })
            : Recorded.Of(entry);
    }

    private static SignInAttempt Counted(RecoveryAttempt attempt) => new(attempt.Key, attempt.Network) { Method = Method };
}
