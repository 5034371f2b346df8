using System.Security.Cryptography;
using Identity.Domain.Limits;
using Identity.Sdk;

namespace Identity.Domain.Verification.Runs;

/// <summary>Carries answers to verifiers and what they return to <see cref="RunProgress"/>.</summary>
internal sealed class RunEngine(OfferedVerifiers offered, RunDesk desk, VerifierCalls calls, RunStore store, RunProgress progress)
{
    /// <returns>A verifier that is offered now; or when it may be again.</returns>
    public async Task<(OfferedVerifier? Verifier, DateTimeOffset? RetryAt)> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (offered.Find(name) is not { } verifier || (await desk.Closures.ClosedAsync(cancellationToken)).Contains(name))
            return (null, null);
        return calls.RestsUntil(name) is { } rests ? (null, rests) : (verifier, null);
    }

    /// <summary>Every verifier, the quickest first, and whether it is open now.</summary>
    public async Task<IReadOnlyList<OfferedRoute>> WaysAsync(CancellationToken cancellationToken)
    {
        var ways = new List<OfferedRoute>();
        foreach (var verifier in offered.All.OrderBy(verifier => verifier.Manifest.Minutes).ThenBy(verifier => verifier.Manifest.Name, StringComparer.Ordinal))
        {
            var (open, retryAt) = await OpenAsync(verifier.Manifest.Name, cancellationToken);
            ways.Add(new OfferedRoute(verifier, open is not null, retryAt));
        }

        return ways;
    }

    public async Task<RunOutcome> BeginAsync(OfferedVerifier verifier, VerificationRun run, RunStart start, CancellationToken cancellationToken)
    {
        if (await store.InsertAsync(run, start, cancellationToken) is { } retryAt)
            return new RunOutcome.TooMany(retryAt);
        var first = await calls.CallAsync(verifier, (it, token) => it.BeginAsync(Session(run), token), cancellationToken);
        return await TakeAsync(run, verifier, first, cancellationToken);
    }

    /// <param name="run">As it was read.</param>
    /// <param name="answer">To the step that it waits with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> AnswerAsync(VerificationRun run, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (run.Status is not RunStatus.Running || run.Step is not { } step || !AnswerCheck.Fits(step, answer))
            return new RunOutcome.AlreadyAnswered(run);
        var (open, retryAt) = await OpenAsync(run.Verifier, cancellationToken);
        if (open is null)
            return new RunOutcome.NotOffered(retryAt);
        var (read, problems) = AnswerCheck.Read(step, answer);
        if (problems.Count > 0)
            return new RunOutcome.Invalid(run, problems);
        if (await store.ClaimAsync(run, cancellationToken) is not { } claimed)
            return await store.FindAsync(run.Id, cancellationToken) is { } now ? new RunOutcome.AlreadyAnswered(now) : new RunOutcome.NotFound();

        var next = await calls.CallAsync(open, (it, token) => it.ContinueAsync(Session(claimed), read, token), cancellationToken);
        return await TakeAsync(claimed, open, next, cancellationToken);
    }

    public bool Holds(VerificationRun run, RunHolder holder) => holder switch
    {
        RunHolder.Owner owner => run.Account == owner.Account,
        RunHolder.Device device => run.Device is { } expected && CryptographicOperations.FixedTimeEquals(expected, desk.Seal.Device(device.Key)),
        RunHolder.Recovery recovery => run is { Recovers: not null, Device: { } expected } && CryptographicOperations.FixedTimeEquals(expected, desk.Seal.Recovery(recovery.Journey)),
        RunHolder.Desk asked => run.About == asked.About,
        _ => false,
    };

    public RunSeal Seal => desk.Seal;

    public DayBudgets Budgets => desk.Budgets;

    public string Person(string verifier, string somebody) => desk.Seal.Person(verifier, somebody);

    public Task<bool> CancelAsync(Guid id, Guid account, CancellationToken cancellationToken) => desk.CancelAsync(id, account, quietly: false, cancellationToken);

    public Task<bool> CancelQuietlyAsync(VerificationRun run, CancellationToken cancellationToken) => desk.CancelAsync(run.Id, run.Account, quietly: true, cancellationToken);

    public Task<string?> HandOffAsync(Guid id, Guid account, CancellationToken cancellationToken) => desk.HandOffAsync(id, account, cancellationToken);

    public Task<Guid?> TakeOverAsync(string? code, string key, CancellationToken cancellationToken) => desk.TakeOverAsync(code, key, cancellationToken);

    private async Task<RunOutcome> TakeAsync(VerificationRun run, OfferedVerifier verifier, VerificationStep? next, CancellationToken cancellationToken)
    {
        var outcome = await progress.TakeAsync(run, verifier, next, cancellationToken);
        desk.Metrics.Count(run.Verifier, outcome is RunOutcome.Went went ? went.Run.Status.ToString() : outcome.GetType().Name);
        return outcome;
    }

    private VerificationSession Session(VerificationRun run) => new()
    {
        Id = run.Id.ToString("N"),
        Person = desk.Seal.Person(run.Verifier, run.Account.ToString("N")),
        Locale = run.Purpose.Locale,
        Details = run.Details,
        Wanted = desk.Levels.Find(run.Purpose.Level)?.Confidence ?? LevelOfConfidence.None,
        Started = run.StartedAt,
        State = run.State,
    };
}
