using Identity.Domain.Audit;
using Identity.Domain.Contacts;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Verification.Runs;

/// <summary>Takes what a verifier returned: keeps the step, or ends the verification with what it proved, within what the verifier may give.</summary>
internal sealed class RunProgress(RunStore store, IdentityRecord record, Ledger ledger, RunRules rules, TimeProvider clock)
{
    /// <param name="run">Claimed, with the step that was answered.</param>
    /// <param name="verifier">Whose.</param>
    /// <param name="next">What it returned; null when it failed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RunOutcome> TakeAsync(VerificationRun run, OfferedVerifier verifier, VerificationStep? next, CancellationToken cancellationToken)
    {
        if (next is null)
            return await FailAsync(run, cancellationToken);
        if (ManifestCheck.Fault(verifier.Manifest, next, rules.AllowsLoopback) is { } fault)
        {
            rules.Faulted(verifier.Manifest.Name, fault);
            return await FailAsync(run, cancellationToken);
        }

        return next switch
        {
            VerificationStep.Proven proven when ManifestCheck.Overstep(verifier.Manifest, rules.Levels, proven, clock.GetUtcNow()) is { } why => await OverstepAsync(run, why, cancellationToken),
            VerificationStep.Proven proven when run.Recovers is not null => await KeepAsync(run, proven, cancellationToken),
            VerificationStep.Proven proven => await ProveAsync(run, proven, cancellationToken),
            VerificationStep.Refused refused => await RefuseAsync(run, refused, cancellationToken),
            VerificationStep.Wait wait when wait.Until <= clock.GetUtcNow() => await RefuseAsync(run, RefusalReason.TimedOut, [], cancellationToken),
            _ => await StepAsync(run, next, cancellationToken),
        };
    }

    private async Task<RunOutcome> StepAsync(VerificationRun run, VerificationStep next, CancellationToken cancellationToken)
    {
        // Told once that it takes a while, not each time somebody looks.
        var recorded = next is VerificationStep.Wait && run.Step is not VerificationStep.Wait && run.Recovers is null
            ? new Recorded([], []) { Notices = [new Notice(run.Account, RunMessages.Waiting) { NotMe = true }] }
            : Recorded.Nothing;
        var stepped = run with { Step = next, State = next.State, UpdatedAt = clock.GetUtcNow() };
        return await store.StepAsync(stepped, recorded, cancellationToken) ? new RunOutcome.Went(stepped) : await AgainAsync(run, cancellationToken);
    }

    private async Task<RunOutcome> ProveAsync(VerificationRun run, VerificationStep.Proven proven, CancellationToken cancellationToken)
    {
        try
        {
            await record.AddAsync(run.Account, run.Verifier, proven.Evidence, proven.Against, async (write, outcome) =>
            {
                // Its owner may have cancelled it while the verifier thought.
                if (await store.EndAsync(write, run, StatusOf(outcome), null) != 1)
                    throw new RunOverException();
            }, cancellationToken);
        }
        catch (RunOverException)
        {
            return await AgainAsync(run, cancellationToken);
        }

        return await WentAsync(run, cancellationToken);
    }

    // NIST SP 800-63B-4 §4.2.2.2: it stands beside the record, and is compared with it; it adds nothing to it.
    private async Task<RunOutcome> KeepAsync(VerificationRun run, VerificationStep.Proven proven, CancellationToken cancellationToken)
    {
        var found = run with { Found = record.Hold(run.Verifier, proven.Evidence), IsDoubted = proven.Against.Count > 0 };
        var ended = await ledger.RecordAsync(write => store.EndAsync(write, found, RunStatus.Proven, null), Doubts(run, proven.Against), cancellationToken);
        return ended == 1 ? await WentAsync(run, cancellationToken) : await AgainAsync(run, cancellationToken);
    }

    private Task<RunOutcome> RefuseAsync(VerificationRun run, VerificationStep.Refused refused, CancellationToken cancellationToken)
    {
        rules.Refused(run.Verifier, refused.Cause);
        return RefuseAsync(run, refused.Reason, refused.Against, cancellationToken);
    }

    private async Task<RunOutcome> RefuseAsync(VerificationRun run, RefusalReason reason, IReadOnlyList<ContraIndicator> against, CancellationToken cancellationToken)
    {
        if (run.Recovers is not null)
        {
            await ledger.RecordAsync(write => store.EndAsync(write, run with { IsDoubted = against.Count > 0 }, StatusOf(reason), reason), Doubts(run, against), cancellationToken);
            return await WentAsync(run, cancellationToken);
        }

        if (against.Count > 0)
            await record.AddAsync(run.Account, run.Verifier, [], against, cancellationToken);
        var status = StatusOf(reason);
        await ledger.RecordAsync(write => store.EndAsync(write, run, status, reason), ended => ended != 1 ? Recorded.Nothing : status is RunStatus.Cancelled
            ? Recorded.Of(RunStore.Entry(run, AuditEvents.VerificationCancelled))
            : Recorded.Of(RunStore.Entry(run, AuditEvents.VerificationRefused, ("reason", reason.ToString())), new Notice(run.Account, RunMessages.NotProved) { NotMe = true }), cancellationToken);
        return await WentAsync(run, cancellationToken);
    }

    private async Task<RunOutcome> OverstepAsync(VerificationRun run, string why, CancellationToken cancellationToken)
    {
        await rules.CloseAsync(run.Verifier, why, cancellationToken);
        return await RefuseAsync(run, RefusalReason.Unavailable, [], cancellationToken);
    }

    // What a browser brought back is used up, and what never began has no step to try again.
    private async Task<RunOutcome> FailAsync(VerificationRun run, CancellationToken cancellationToken)
    {
        if (run.Step is null or VerificationStep.Redirect)
            return await RefuseAsync(run, RefusalReason.Unavailable, [], cancellationToken);
        await store.FreeAsync(run, cancellationToken);
        return new RunOutcome.Failed(run);
    }

    private async Task<RunOutcome> WentAsync(VerificationRun run, CancellationToken cancellationToken) =>
        await store.FindAsync(run.Id, cancellationToken) is { } now ? new RunOutcome.Went(now) : new RunOutcome.NotFound();

    private async Task<RunOutcome> AgainAsync(VerificationRun run, CancellationToken cancellationToken) =>
        await store.FindAsync(run.Id, cancellationToken) is { } now ? new RunOutcome.AlreadyAnswered(now) : new RunOutcome.NotFound();

    // Operators read what was found. The owner's record has none of it: whoever was checked may be a stranger.
    private static Func<int, Recorded> Doubts(VerificationRun run, IReadOnlyList<ContraIndicator> against) =>
        ended => ended == 1 ? IdentityRecord.Found(run.About, against, run.Id) : Recorded.Nothing;

    private static RunStatus StatusOf(RefusalReason reason) => reason is RefusalReason.Cancelled ? RunStatus.Cancelled : RunStatus.Refused;

    private static RunStatus StatusOf(AddOutcome outcome) => outcome switch
    {
        AddOutcome.OtherPerson => RunStatus.OtherPerson,
        AddOutcome.ProvenElsewhere => RunStatus.ProvenElsewhere,
        _ => RunStatus.Proven,
    };
}

/// <summary>The verification ended in the meantime: nothing of this is kept.</summary>
internal sealed class RunOverException : Exception;

/// <summary>What a verifier is held to.</summary>
internal sealed class RunRules(LevelRules levels, VerifierClosures closures, VerifierCalls calls, IHostEnvironment environment)
{
    public LevelRules Levels => levels;

    /// <summary>Whether a browser may be sent to this machine without https, to try things out.</summary>
    public bool AllowsLoopback { get; } = !environment.IsProduction();

    public void Faulted(string verifier, string why) => calls.Returned(verifier, why);

    public void Refused(string verifier, string? cause) => calls.Refused(verifier, cause);

    public Task<int> CloseAsync(string verifier, string why, CancellationToken cancellationToken) => closures.CloseAsync(verifier, why, cancellationToken);
}
