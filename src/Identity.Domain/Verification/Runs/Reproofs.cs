using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;

namespace Identity.Domain.Verification.Runs;

/// <summary>Somebody wants to prove again who they are, to get back into an account.</summary>
/// <param name="Account">Which account they say is theirs; the id of none where there is none.</param>
/// <param name="Journey">The key of their way back.</param>
/// <param name="Network">Where they are.</param>
/// <param name="Locale">The language they read.</param>
/// <param name="LeavesAsync">Says what is recorded when one is begun.</param>
internal sealed record Reproof(Guid Account, string Journey, Network Network, string Locale, Func<IStatements, DayBudgets, ValueTask<Recorded>> LeavesAsync);

/// <summary>
/// Verifications by which somebody proves again who they are, to get back into an account (NIST SP 800-63B-4 §4.2.2.2). They use
/// up nothing of the account, stand on no list of its owner and add nothing to its record. Verifiers hear what is typed, and
/// nothing that the account knows; so one that asks for what others vouched for is not among them. Safe for concurrent use.
/// </summary>
internal sealed class Reproofs(RunEngine engine, RunStore store, IdentityRecord record, LevelRules rules, RunTimes times)
{
    private const string Framework = "gpg45";

    /// <summary>Whether a verifier can be asked of somebody of whom nothing is known.</summary>
    public static bool Serves(OfferedVerifier verifier) => verifier.Manifest.NeedsVouched.Count == 0;

    public async Task<IReadOnlyList<OfferedRoute>> WaysAsync(CancellationToken cancellationToken) =>
        [.. (await engine.WaysAsync(cancellationToken)).Where(way => Serves(way.Verifier))];

    public async Task<RunOutcome> BeginAsync(Reproof wanted, string verifier, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken)
    {
        var (offered, retryAt) = await engine.OpenAsync(verifier, cancellationToken);
        if (offered is null || !Serves(offered))
            return new RunOutcome.NotOffered(retryAt);

        var now = times.Now;
        var claimant = engine.Seal.Claimant(wanted.Account);
        var run = new VerificationRun
        {
            Id = Guid.CreateVersion7(now),
            Account = claimant,
            Recovers = wanted.Account,
            Device = engine.Seal.Recovery(wanted.Journey),
            Verifier = verifier,
            Status = RunStatus.Running,
            Version = 1,
            // The same for every account, so that nobody learns which level one has: a verifier that asks more for more asks it.
            Purpose = new RunPurpose(rules.Frameworks[Framework].Levels[^1].ToString(), null, wanted.Locale),
            Details = Verifications.Needed(offered, details),
            StartedAt = now,
            UpdatedAt = now,
            ExpiresAt = now + times.Life,
        };
        // By network, so that nobody elsewhere can use up what the owner may begin.
        return await engine.BeginAsync(offered, run, new RunStart(engine.Budgets, $"{claimant:N} {wanted.Network}",
            write => wanted.LeavesAsync(write, engine.Budgets)), cancellationToken);
    }

    /// <summary>Whether what verifications found together is enough, by <see cref="ReproofPolicy"/>.</summary>
    /// <param name="account">The account that they have to be for.</param>
    /// <param name="journey">The way back that they have to be of.</param>
    /// <param name="ids">Which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> IsProvenAsync(Guid account, string journey, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var runs = new List<VerificationRun>();
        foreach (var id in ids)
        {
            if (await store.FindAsync(id, cancellationToken) is { } run && run.Recovers == account && engine.Holds(run, new RunHolder.Recovery(journey)))
                runs.Add(run);
        }

        return !runs.Any(run => run.IsDoubted) && await record.IsProvenAgainAsync(account, Framework, [.. runs.SelectMany(run => run.Found)], cancellationToken);
    }

    /// <summary>Forgets what verifications found: a way back is open now, and nothing else needs it.</summary>
    public async Task ForgetAsync(string journey, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await store.FindAsync(id, cancellationToken) is { } run && engine.Holds(run, new RunHolder.Recovery(journey)))
                await store.ForgetAsync(id, cancellationToken);
        }
    }
}
