using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Sdk;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification.Runs;

/// <summary>Verifications as rows.</summary>
internal sealed class RunStore(IDatabase database, Ledger ledger, RunSeal seal, IOptions<VerificationOptions> options, TimeProvider clock)
{
    public Task<VerificationRun?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(RunStatements.Find, seal.Read, ("id", id), ("now", Now)), cancellationToken);

    public Task<IReadOnlyList<VerificationRun>> OfAccountAsync(Guid account, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(RunStatements.OfAccount, seal.Read, ("account", account), ("now", Now)), cancellationToken);

    public Task<VerificationRun?> OfCallbackAsync(string state, CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.FirstAsync(RunStatements.OfCallback, seal.Read, ("hash", seal.Callback(state)), ("now", Now)), cancellationToken);

    /// <returns>Null too when two verifications answer to it, since nobody can say whose result it is.</returns>
    public async Task<VerificationRun?> OfHandleAsync(string verifier, string handle, CancellationToken cancellationToken) =>
        await database.ReadAsync(read => read.ListAsync(RunStatements.OfHandle, seal.Read, ("hash", seal.Handle(verifier, handle)), ("now", Now)), cancellationToken) is [var only] ? only : null;

    public Task<IReadOnlyList<VerificationRun>> DueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(read => read.ListAsync(RunStatements.Due, seal.Read, ("now", Now)), cancellationToken);

    /// <summary>Makes a row, if the day allows it.</summary>
    /// <returns>Null, or when the account may begin another.</returns>
    public async Task<DateTimeOffset?> InsertAsync(VerificationRun run, RunStart start, CancellationToken cancellationToken)
    {
        var (decision, _) = await ledger.RecordAsync(async write =>
        {
            var decision = await start.Budgets.SpendAsync(write, "verification", $"{start.Payer} {run.Verifier}", options.Value.MostADay);
            if (decision is not LimitDecision.Allowed)
                return (Decision: decision, Leaves: Recorded.Nothing);
            await write.ExecuteAsync(RunStatements.Insert, ("id", run.Id), ("account", run.Account), ("verifier", run.Verifier), ("sealed", seal.Seal(run)),
                ("device", run.Device), ("busy", Busy), ("now", Now), ("expires", run.ExpiresAt.ToUnixTimeMilliseconds()));
            return (Decision: decision, Leaves: await start.LeavesAsync(write));
        }, begun => begun.Leaves, cancellationToken);
        return decision is LimitDecision.RetryAt later ? later.Time : null;
    }

    /// <returns>The run as claimed; null when somebody else has it.</returns>
    public async Task<VerificationRun?> ClaimAsync(VerificationRun run, CancellationToken cancellationToken) => await database.WriteAsync(
        write => write.ExecuteAsync(RunStatements.Claim, ("id", run.Id), ("version", run.Version), ("busy", Busy), ("now", Now)), cancellationToken) == 1
        ? run with { Version = run.Version + 1 }
        : null;

    /// <summary>Lets the same step be answered again.</summary>
    public Task<int> FreeAsync(VerificationRun run, CancellationToken cancellationToken) => database.WriteAsync(
        write => write.ExecuteAsync(RunStatements.Free, ("id", run.Id), ("version", run.Version), ("look", LookAt(run.Step))), cancellationToken);

    /// <summary>Keeps the next step.</summary>
    /// <returns>Whether the run was still going on.</returns>
    public async Task<bool> StepAsync(VerificationRun run, Recorded recorded, CancellationToken cancellationToken)
    {
        var callback = run.Step is VerificationStep.Redirect redirect ? seal.Callback(redirect.CallbackState) : null;
        var handle = run.Step is VerificationStep.Wait { Handle: { } named } ? seal.Handle(run.Verifier, named) : null;
        var expires = RunReminders.EndOf(run.Step) is { } end ? end + TimeSpan.FromDays(1) : run.ExpiresAt;
        return await ledger.RecordAsync(write => write.ExecuteAsync(RunStatements.Step,
            ("id", run.Id), ("version", run.Version), ("sealed", seal.Seal(run)), ("look", LookAt(run.Step)), ("remind", RunReminders.Next(run.Step, clock.GetUtcNow())?.ToUnixTimeMilliseconds()), ("callback", callback), ("handle", handle), ("now", Now),
            ("expires", Math.Min(expires.ToUnixTimeMilliseconds(), (run.StartedAt + MostLife).ToUnixTimeMilliseconds()))), stepped => stepped == 1 ? recorded : Recorded.Nothing, cancellationToken) == 1;
    }

    /// <summary>Reminds whose step ends soon, of each such time once.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(read => read.ListAsync(RunStatements.ToRemind, seal.Read, ("now", Now)), cancellationToken);
        foreach (var run in due)
        {
            await ledger.RecordAsync(
                write => write.ExecuteAsync(RunStatements.Remind, ("id", run.Id), ("version", run.Version), ("now", Now),
                    ("next", RunReminders.Next(run.Step, clock.GetUtcNow())?.ToUnixTimeMilliseconds())),
                reminded => reminded == 1 && RunReminders.NoticeOf(run, clock.GetUtcNow()) is { } notice ? new Recorded([], []) { Notices = [notice] } : Recorded.Nothing, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>Ends a run within the transaction of what it ended with.</summary>
    public ValueTask<int> EndAsync(IStatements write, VerificationRun run, RunStatus status, RefusalReason? reason) => write.ExecuteAsync(RunStatements.End,
        ("id", run.Id), ("version", run.Version), ("status", status.ToString()), ("reason", reason?.ToString()), ("now", Now),
        // What was handed over and the verifier's state have no further use.
        ("sealed", seal.Seal(run with { Step = null, State = "", Details = new Dictionary<string, string>() })),
        // Whoever wants back in comes to see what became of it.
        ("device", run.Recovers is null ? null : run.Device));

    /// <summary>Forgets what was found for a way back that is open now.</summary>
    public Task<int> ForgetAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteAsync(write => write.ExecuteAsync(RunStatements.Forget, ("id", id)), cancellationToken);

    public static AuditEntry Entry(VerificationRun run, string happened, params IEnumerable<(string Key, string Value)> details) =>
        new(AuditSubject.Account(run.Account), happened)
        {
            Details = details.Append(("verifier", run.Verifier)).Append(("verification", run.Id.ToString("D"))).ToDictionary(detail => detail.Item1, detail => detail.Item2, StringComparer.Ordinal),
        };

    private static readonly TimeSpan MostLife = TimeSpan.FromDays(180);

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    // Twice the time that a call has: whoever still has it then is gone.
    private long Busy => (clock.GetUtcNow() + (2 * options.Value.CallTimeout)).ToUnixTimeMilliseconds();

    private long? LookAt(VerificationStep? step)
    {
        if (step is not VerificationStep.Wait wait)
            return null;
        var next = clock.GetUtcNow() + wait.LookEvery;
        return (next < wait.Until ? next : wait.Until).ToUnixTimeMilliseconds();
    }
}
