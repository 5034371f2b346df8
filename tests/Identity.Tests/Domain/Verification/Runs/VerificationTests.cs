using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Tests.Domain.Credentials;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Verification.Runs;

/// <summary>What the tests of verifications begin with: a citizen, and a verifier that does what they say.</summary>
public abstract class VerificationTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private protected ScriptedVerifier Verifier { get; } = new();

    protected Verifications Verifications => Domain.Get<Verifications>();

    protected override void Configure(IServiceCollection services) => services.AddSingleton(Verifier.Offered);

    private protected async Task<SignedInCitizen> CitizenAsync(string email = "alice@example.test")
    {
        Verifier.Clock = Domain.Clock.GetUtcNow;
        return await SignedInCitizen.CreateAsync(Domain, email);
    }

    private protected Task<RunOutcome> BeginAsync(SignedInCitizen citizen) => Verifications.BeginAsync(citizen.Account.Id, "simulated",
        new Dictionary<string, string> { [ClaimNames.FamilyName] = "Archer", [ClaimNames.Email] = "alice@example.test" }, new RunPurpose("gpg45:high", "app", "en"), Cancellation);

    private protected async Task<VerificationRun> BegunAsync(SignedInCitizen citizen) => Assert.IsType<RunOutcome.Went>(await BeginAsync(citizen)).Run;

    private protected Task<RunOutcome> AnswerAsync(SignedInCitizen citizen, VerificationRun run, StepAnswer? answer = null) =>
        Verifications.ContinueAsync(run.Id, new RunHolder.Owner(citizen.Account.Id), run.Version, answer ?? Typed("HIGH1"), Cancellation);

    private protected static StepAnswer.Fields Typed(string number, string when = "", string which = "") =>
        new(new Dictionary<string, string> { ["number"] = number, ["when"] = when, ["which"] = which });

    private protected Task<Standing> StandingAsync(SignedInCitizen citizen) => Domain.Get<IdentityRecord>().StandingAsync(citizen.Account.Id, "gpg45", Cancellation);

    // The outbox delivers beside the test.
    private protected async Task ToldAsync(string template)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if ((await Domain.Get<Mailbox>().ListAsync(Cancellation)).Any(message => message.Subject == template))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Fail($"Nobody was told of {template}.");
    }
}
