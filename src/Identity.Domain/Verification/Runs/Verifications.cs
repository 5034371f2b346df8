using Identity.Domain.Audit;
using Identity.Sdk;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification.Runs;

/// <summary>
/// Verifications, from the first step to the last: begun, answered, left and taken up again for a month on any device, and
/// brought on by whoever brings a result. Evidence goes to the record, and this door never says that somebody has a level.
/// Safe for concurrent use.
/// </summary>
public sealed class Verifications
{
    private readonly RunEngine _engine;
    private readonly RunStore _store;
    private readonly IOptions<VerificationOptions> _options;
    private readonly TimeProvider _clock;

    internal Verifications(RunEngine engine, RunStore store, IOptions<VerificationOptions> options, TimeProvider clock) =>
        (_engine, _store, _options, _clock) = (engine, store, options, clock);

    /// <summary>Begins one, or takes up the one by the same verifier that is going on.</summary>
    /// <param name="account">Who wants to prove who they are.</param>
    /// <param name="verifier">By which verifier.</param>
    /// <param name="details">What they agreed to hand over; what the verifier did not ask for is not handed over.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> BeginAsync(Guid account, string verifier, IReadOnlyDictionary<string, string> details, RunPurpose purpose, CancellationToken cancellationToken)
    {
        var (offered, retryAt) = await _engine.OpenAsync(verifier, cancellationToken);
        if (offered is null)
            return new RunOutcome.NotOffered(retryAt);
        if ((await _store.OfAccountAsync(account, cancellationToken)).FirstOrDefault(run => run.Verifier == verifier && run.Status is RunStatus.Running && run.Step is not null) is { } going)
            return new RunOutcome.Went(going);

        var now = _clock.GetUtcNow();
        var run = new VerificationRun
        {
            Id = Guid.CreateVersion7(now),
            Account = account,
            Verifier = verifier,
            Status = RunStatus.Running,
            Version = 1,
            Purpose = purpose,
            Details = Needed(offered, details),
            StartedAt = now,
            UpdatedAt = now,
            ExpiresAt = now + _options.Value.Life,
        };
        return await _engine.BeginAsync(offered, run, new RunStart(_engine.Budgets, account.ToString("N"),
            _ => ValueTask.FromResult(Recorded.Of(RunStore.Entry(run, AuditEvents.VerificationStarted)))), cancellationToken);
    }

    /// <summary>Answers the step that waits.</summary>
    /// <param name="id">The verification.</param>
    /// <param name="holder">Who answers. Nobody but its owner, or the device that it was handed to, gets further than <see cref="RunOutcome.NotFound"/>.</param>
    /// <param name="version">Of the step that is answered.</param>
    /// <param name="answer">The answer. A callback comes by <see cref="CallbackAsync"/>, a result by <see cref="DeliverAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> ContinueAsync(Guid id, RunHolder holder, int version, StepAnswer answer, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, holder, cancellationToken) is not { } run)
            return new RunOutcome.NotFound();
        if (run.Version != version || answer is StepAnswer.Callback or StepAnswer.Delivered)
            return new RunOutcome.AlreadyAnswered(run);
        return await _engine.AnswerAsync(run, answer, cancellationToken);
    }

    /// <summary>Takes a browser back that a verifier had sent away.</summary>
    /// <param name="state">What it brought as <c>state</c>: it works once, for whoever it was made for.</param>
    /// <param name="holder">Who came back.</param>
    /// <param name="parameters">What else it brought.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> CallbackAsync(string? state, RunHolder holder, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        if (state is not { Length: > 0 and <= SdkLimits.Name } || parameters.Count > SdkLimits.Fields || parameters.Any(one => one.Key.Length > SdkLimits.Name || one.Value.Length > SdkLimits.Address))
            return new RunOutcome.NotFound();
        return await _store.OfCallbackAsync(state, cancellationToken) is { } run && _engine.Holds(run, holder)
            ? await _engine.AnswerAsync(run, new StepAnswer.Callback(parameters), cancellationToken)
            : new RunOutcome.NotFound();
    }

    /// <summary>What somebody claims whose verification waits for a result, for whoever is to bring it.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="handle">What it is named by, such as the code that its owner took to a desk.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when none waits by that name.</returns>
    public async Task<VerificationRun?> WaitingAsync(string verifier, string? handle, CancellationToken cancellationToken) =>
        handle is { Length: > 0 and <= SdkLimits.Name } && await _store.OfHandleAsync(verifier, handle, cancellationToken) is { Step: VerificationStep.Wait } run ? run : null;

    /// <summary>Whether whoever would bring a result is the owner of the verification.</summary>
    public async Task<bool> IsOwnAsync(string verifier, string handle, Guid account, CancellationToken cancellationToken) =>
        await WaitingAsync(verifier, handle, cancellationToken) is { } run && run.About == account;

    /// <summary>Brings the result that a verification waits for.</summary>
    /// <param name="verifier">The verifier.</param>
    /// <param name="handle">What it is named by.</param>
    /// <param name="by">Who brings it, as the provider knows them; the verifier sees a key of its own.</param>
    /// <param name="values">What they say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> DeliverAsync(string verifier, string handle, string by, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (values.Count > SdkLimits.Fields || values.Any(one => one.Key.Length > SdkLimits.Name || one.Value.Length > SdkLimits.Value))
            throw new ArgumentException("What is delivered is longer than a verifier is told.", nameof(values));
        return await WaitingAsync(verifier, handle, cancellationToken) is { } run
            ? await _engine.AnswerAsync(run, new StepAnswer.Delivered(_engine.Person(verifier, by), values), cancellationToken)
            : new RunOutcome.NotFound();
    }

    internal static Dictionary<string, string> Needed(OfferedVerifier verifier, IReadOnlyDictionary<string, string> details) =>
        details.Where(detail => verifier.Manifest.Needs.Contains(detail.Key) && detail.Value.Length is > 0 and <= SdkLimits.Value).ToDictionary();

    /// <returns>Where a verification is, or null when there is none that is theirs.</returns>
    public async Task<VerificationRun?> FindAsync(Guid id, RunHolder holder, CancellationToken cancellationToken) =>
        await _store.FindAsync(id, cancellationToken) is { } run && _engine.Holds(run, holder) ? run : null;

    /// <returns>Those of an account within the last month, the newest first.</returns>
    public Task<IReadOnlyList<VerificationRun>> OfAccountAsync(Guid account, CancellationToken cancellationToken) => _store.OfAccountAsync(account, cancellationToken);

    /// <summary>Stops one.</summary>
    /// <returns>Whether it was going on, and theirs.</returns>
    public Task<bool> CancelAsync(Guid id, Guid account, CancellationToken cancellationToken) => _engine.CancelAsync(id, account, cancellationToken);

    /// <summary>Stops one on a way back into an account. Its owner hears of that way alone.</summary>
    /// <returns>Whether it was going on, and theirs.</returns>
    public async Task<bool> CancelAsync(Guid id, RunHolder.Recovery holder, CancellationToken cancellationToken) =>
        await FindAsync(id, holder, cancellationToken) is { } run && await _engine.CancelQuietlyAsync(run, cancellationToken);

    /// <summary>Makes a code that takes a verification to another device; one that was made before works no more.</summary>
    /// <returns>The code, to be shown once; null when there is no such verification.</returns>
    public Task<string?> HandOffAsync(Guid id, Guid account, CancellationToken cancellationToken) => _engine.HandOffAsync(id, account, cancellationToken);

    /// <summary>Takes a verification over on the device where its code was typed. The code works once; the account is not signed in there.</summary>
    /// <param name="code">What was typed.</param>
    /// <param name="device">A secret of that browser, by which it is from now on the verification's <see cref="RunHolder.Device"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The verification; null when the code is wrong, used or too old.</returns>
    public Task<Guid?> TakeOverAsync(string? code, string device, CancellationToken cancellationToken) => _engine.TakeOverAsync(code, device, cancellationToken);

    /// <summary>Looks what became of those that wait and are due.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var due = await _store.DueAsync(cancellationToken);
        foreach (var run in due)
            await _engine.AnswerAsync(run, new StepAnswer.Look(), cancellationToken);
        return due.Count;
    }
}
