using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Domain.Credentials;
using Identity.Tests.Domain.Verification.Runs;

namespace Identity.Tests.Domain.Recovery;

/// <summary>Somebody without anything of an account proves again who they are, by a verifier that does what a test says.</summary>
public abstract class ReproofTest(StorageProvider provider) : VerificationTests(provider)
{
    protected const string AliceEmail = "alice@example.test";

    protected static readonly EvidenceScores High = new(4, 3, 0, 1, 3);

    protected static readonly EvidenceScores Medium = new(4, 2, 0, 1, 2);

    protected ByIdentity Again => Domain.Get<ByIdentity>();

    /// <summary>Alice, whose record reaches a level.</summary>
    private protected async Task<SignedInCitizen> ProvenAsync(EvidenceScores? scores = null)
    {
        var alice = await CitizenAsync();
        await TestEvidence.ProveAsync(Domain.Get<IServiceProvider>(), alice.Account.Id, scores ?? High);
        return alice;
    }

    /// <summary>Somebody on a way back, in a browser of its own.</summary>
    protected static RecoveryAttempt Attempt(string claim = AliceEmail, string journey = "journey", string network = "192.0.2.7") =>
        new(journey, new RecoveryClaim(claim), Network.Of(IPAddress.Parse(network)), "en");

    protected Task<RunOutcome> BeginAsync(RecoveryAttempt attempt) => Again.BeginAsync(attempt, "simulated",
        new Dictionary<string, string> { [ClaimNames.FamilyName] = "Typed", [ClaimNames.Email] = "typed@example.test" }, Cancellation);

    protected async Task<VerificationRun> BegunAsync(RecoveryAttempt attempt) => Assert.IsType<RunOutcome.Went>(await BeginAsync(attempt)).Run;

    protected Task<RunOutcome> AnswerAsync(RecoveryAttempt attempt, VerificationRun run) =>
        Verifications.ContinueAsync(run.Id, new RunHolder.Recovery(attempt.Journey), run.Version, Typed("HIGH1"), Cancellation);

    /// <summary>Goes through it.</summary>
    /// <returns>The verification.</returns>
    protected async Task<Guid> ProveAgainAsync(RecoveryAttempt attempt)
    {
        var run = await BegunAsync(attempt);
        await AnswerAsync(attempt, run);
        return run.Id;
    }

    protected Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, params Guid[] runs) => Again.CheckAsync(attempt, runs, Cancellation);

    /// <summary>Makes the verifier find this.</summary>
    private protected void Finds(Func<VerificationStep.Proven> proven) =>
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is null ? ScriptedVerifier.Question : proven());

    private protected VerificationStep.Proven Proof(EvidenceScores scores, string family = "Archer")
    {
        var proof = Verifier.Proof(family);
        return new VerificationStep.Proven([proof.Evidence[0] with { Scores = scores }]);
    }

    protected Task<RecoveryProgress> ShownAsync(Guid account) =>
        Domain.Get<Recoveries>().TryAsync(account, LostThing.Everything, RecoveryProofs.Identity, Cancellation);
}
