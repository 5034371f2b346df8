using Identity.Domain.Audit;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Identity.Tests.Domain.Verification.Runs;

namespace Identity.Tests.Domain.Recovery;

/// <summary>Whoever proves again that they are the person of the record gets back in, and nobody else.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public abstract class ReproofTests(StorageProvider provider) : ReproofTest(provider)
{
    private const string NewPassword = "marble-lantern-orchard";

    [Fact]
    public async Task The_same_person_waits_and_then_gets_in()
    {
        var alice = await ProvenAsync();
        var run = await ProveAgainAsync(Attempt());

        Assert.Equal(new ShowOutcome.Shown(alice.Account.Id), await CheckAsync(Attempt(), run));
        var waiting = Assert.IsType<RecoveryProgress.Waiting>(await ShownAsync(alice.Account.Id));
        Assert.Equal(Domain.Clock.GetUtcNow() + TimeSpan.FromHours(24), waiting.Until);
        await ToldAsync(RecoveryMessages.Started);
        Assert.IsType<RecoveryOutcome.NotYet>(await CompleteAsync(waiting.Recovery));
        Domain.Clock.Advance(TimeSpan.FromHours(24));
        Assert.IsType<RecoveryOutcome.Completed>(await CompleteAsync(waiting.Recovery));
    }

    [Fact]
    public async Task A_level_that_was_reached_and_ran_out_counts()
    {
        var alice = await ProvenAsync();
        var expired = (await Domain.Get<IdentityRecord>().StandingAsync(alice.Account.Id, "gpg45", Cancellation)).Granted?.Until;
        Domain.Clock.Advance(Assert.NotNull(expired) - Domain.Clock.GetUtcNow() + TimeSpan.FromDays(1));
        Assert.NotEqual("high", (await StandingAsync(alice)).Granted?.Level.Name);

        Finds(() => Proof(Medium));
        var medium = await ProveAgainAsync(Attempt());
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), medium)); // It was high.
        Finds(() => Proof(High));

        Assert.IsType<ShowOutcome.Shown>(await CheckAsync(Attempt(), medium, await ProveAgainAsync(Attempt())));
    }

    [Fact]
    public async Task Another_person_does_not()
    {
        await ProvenAsync();
        Finds(() => Proof(High, "Baker"));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), await ProveAgainAsync(Attempt())));
    }

    [Fact]
    public async Task Nor_does_another_person_beside_the_right_one()
    {
        await ProvenAsync();
        var right = await ProveAgainAsync(Attempt());
        Finds(() => Proof(High, "Baker"));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), right, await ProveAgainAsync(Attempt())));
    }

    [Fact]
    public async Task Nor_does_less_than_the_record_has()
    {
        await ProvenAsync();
        Finds(() => Proof(Medium));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), await ProveAgainAsync(Attempt())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_does_anything_while_something_speaks_against_them(bool proven)
    {
        await ProvenAsync();
        IReadOnlyList<ContraIndicator> against = [new("document-stolen", "Test", Domain.Clock.GetUtcNow())];
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is null ? ScriptedVerifier.Question
            : proven ? Proof(High) with { Against = against } : new VerificationStep.Refused(RefusalReason.LikenessNotMatched) { Against = against });
        var doubted = await ProveAgainAsync(Attempt());
        Finds(() => Proof(High));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), doubted, await ProveAgainAsync(Attempt())));
    }

    [Fact]
    public async Task Nor_does_what_speaks_against_the_owner_on_the_record()
    {
        var alice = await ProvenAsync();
        await Domain.Get<IdentityRecord>().AddAsync(alice.Account.Id, "simulated", [], [new("document-stolen", "Test", Domain.Clock.GetUtcNow())], Cancellation);

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), await ProveAgainAsync(Attempt())));
    }

    [Fact]
    public async Task Nor_does_anything_for_an_account_without_a_record_with_a_withdrawn_one_or_for_none()
    {
        var alice = await CitizenAsync();
        var run = await ProveAgainAsync(Attempt());
        var nobody = Attempt("nobody@example.test");

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), run));
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(nobody, await ProveAgainAsync(nobody)));
        await TestEvidence.ProveAsync(Domain.Get<IServiceProvider>(), alice.Account.Id, High);
        Assert.IsType<ShowOutcome.Shown>(await CheckAsync(Attempt(), run)); // What lacked was the record.
        var (held, _) = await Domain.Get<IdentityRecord>().HeldAsync(alice.Account.Id, Cancellation);
        await Domain.Get<IdentityRecord>().RevokeAsync(alice.Account.Id, Assert.Single(held).Id, "staff", Cancellation);
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), run));
    }

    [Fact]
    public async Task What_was_proved_in_another_browser_or_for_another_account_counts_for_nothing()
    {
        await ProvenAsync();
        var run = await ProveAgainAsync(Attempt());
        var bob = await CitizenAsync("bob@example.test");
        var hers = TestEvidence.Passport(Domain.Clock.GetUtcNow()) with { Number = "GBR 2" };
        Assert.IsType<AddOutcome.Added>(await Domain.Get<IdentityRecord>().AddAsync(bob.Account.Id, "simulated", [hers], [], Cancellation));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(journey: "another"), run));
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt("bob@example.test"), run));
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt()));
        await Again.ForgetAsync(Attempt(journey: "another"), [run], Cancellation); // Nobody else's to forget.
        Assert.IsType<ShowOutcome.Shown>(await CheckAsync(Attempt(), run));
        await Again.ForgetAsync(Attempt(), [run], Cancellation);
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(Attempt(), run));
    }

    [Fact]
    public async Task Of_two_answers_at_one_moment_the_verifier_hears_one()
    {
        await ProvenAsync();
        var run = await BegunAsync(Attempt());

        var outcomes = await Task.WhenAll(AnswerAsync(Attempt(), run), AnswerAsync(Attempt(), run), AnswerAsync(Attempt(), run));

        Assert.Equal((1, 2, 2), (outcomes.OfType<RunOutcome.Went>().Count(), outcomes.OfType<RunOutcome.AlreadyAnswered>().Count(), Verifier.Calls));
    }

    [Fact]
    public async Task Of_two_browsers_that_get_there_at_once_one_gets_in()
    {
        var alice = await ProvenAsync();
        RecoveryAttempt[] attempts = [Attempt(journey: "one"), Attempt(journey: "two")];
        var shown = await Task.WhenAll(attempts.Select(async attempt => await CheckAsync(attempt, await ProveAgainAsync(attempt))));
        Assert.All(shown, outcome => Assert.IsType<ShowOutcome.Shown>(outcome));
        var waiting = (await Task.WhenAll(attempts.Select(_ => ShownAsync(alice.Account.Id)))).Cast<RecoveryProgress.Waiting>().ToList();
        Domain.Clock.Advance(TimeSpan.FromHours(24));

        var outcomes = await Task.WhenAll(waiting.Select(one => CompleteAsync(one.Recovery)));

        Assert.Single(outcomes.OfType<RecoveryOutcome.Completed>());
        Assert.Single(outcomes.OfType<RecoveryOutcome.Over>());
    }

    [Fact]
    public async Task Its_owner_is_told_once_a_day_and_reads_of_each()
    {
        var alice = await ProvenAsync();
        await ProveAgainAsync(Attempt());
        await ProveAgainAsync(Attempt(journey: "another"));

        await ToldAsync(RecoveryMessages.Proving);
        Assert.Equal(2, (await alice.EventsAsync()).Count(happened => happened == AuditEvents.RecoveryTried));
        Assert.Single(await Domain.Get<Mailbox>().ListAsync(Cancellation), message => message.Subject == RecoveryMessages.Proving);
    }

    [Fact]
    public async Task Whoever_reads_the_mail_of_an_address_without_an_account_is_told_so()
    {
        Verifier.Clock = Domain.Clock.GetUtcNow;
        await BegunAsync(Attempt("nobody@example.test"));

        await ToldAsync(RecoveryMessages.NoAccount);
    }

    private Task<RecoveryOutcome> CompleteAsync(Guid recovery) => Domain.Get<RecoveryCompletion>().TryAsync(recovery, LostThing.Everything, NewPassword, null, Cancellation);

    public sealed class OnSqlite() : ReproofTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ReproofTests(StorageProvider.Postgres);
}
