using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Runs;

public abstract class VerificationsTests(StorageProvider provider) : VerificationTests(provider)
{
    [Fact]
    public async Task A_verifier_asks_and_its_proof_gives_a_level()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Assert.IsType<VerificationStep.Ask>(run.Step);

        var went = Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run));

        Assert.Equal((RunStatus.Proven, null), (went.Run.Status, went.Run.Step));
        Assert.Equal("high", (await StandingAsync(alice)).Granted?.Level.Name);
        Assert.Equal([AuditEvents.VerificationStarted, AuditEvents.EvidenceAdded], await alice.EventsAsync());
        Assert.Empty(went.Run.Details); // What was handed over has no further use.
    }

    [Fact]
    public async Task A_verifier_is_told_what_it_asked_for_and_whom_it_alone_knows()
    {
        var (alice, bob) = (await CitizenAsync(), await CitizenAsync("bob@example.test"));
        await AnswerAsync(alice, await BegunAsync(alice));
        await BegunAsync(alice);
        await BegunAsync(bob);

        Assert.Equal("Archer", Assert.Single(Verifier.Sessions[0].Details).Value);
        Assert.Equal((LevelOfConfidence.High, "en", ""), (Verifier.Sessions[0].Wanted, Verifier.Sessions[0].Locale, Verifier.Sessions[0].State));
        Assert.Equal("{\"asked\":1}", Verifier.Sessions[1].State);
        Assert.Equal(Verifier.Sessions[0].Person, Verifier.Sessions[2].Person);
        Assert.NotEqual(Verifier.Sessions[0].Person, Verifier.Sessions[3].Person);
        Assert.DoesNotContain(alice.Account.Id.ToString("N"), Verifier.Sessions[0].Person, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_given_twice_counts_once()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);

        await AnswerAsync(alice, run);
        var again = Assert.IsType<RunOutcome.AlreadyAnswered>(await AnswerAsync(alice, run));

        Assert.Equal((RunStatus.Proven, 2), (again.Run.Status, Verifier.Calls));
    }

    [Fact]
    public async Task Of_two_answers_at_one_moment_the_verifier_hears_one()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);

        var outcomes = await Task.WhenAll(AnswerAsync(alice, run), AnswerAsync(alice, run), AnswerAsync(alice, run));

        Assert.Equal((1, 2, 2), (outcomes.OfType<RunOutcome.Went>().Count(), outcomes.OfType<RunOutcome.AlreadyAnswered>().Count(), Verifier.Calls));
    }

    [Fact]
    public async Task Nobody_else_sees_it_answers_it_stops_it_or_takes_it_along()
    {
        var (alice, mallory) = (await CitizenAsync(), await CitizenAsync("mallory@example.test"));
        var run = await BegunAsync(alice);

        Assert.IsType<RunOutcome.NotFound>(await AnswerAsync(mallory, run));
        Assert.Null(await Verifications.FindAsync(run.Id, new RunHolder.Owner(mallory.Account.Id), Cancellation));
        Assert.Null(await Verifications.FindAsync(run.Id, new RunHolder.Device("guess"), Cancellation));
        Assert.False(await Verifications.CancelAsync(run.Id, mallory.Account.Id, Cancellation));
        Assert.Null(await Verifications.HandOffAsync(run.Id, mallory.Account.Id, Cancellation));

        Assert.Equal(1, Verifier.Calls);
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run));
    }

    [Theory]
    [InlineData("", "", "", "number", AnswerProblem.Empty)]
    [InlineData("1234567890123", "", "", "number", AnswerProblem.TooLong)]
    [InlineData("1", "29-02-1984", "", "when", AnswerProblem.NotADate)]
    [InlineData("1", "2025-02-29", "", "when", AnswerProblem.NotADate)]
    [InlineData("1", "", "two", "which", AnswerProblem.NotAChoice)]
    public async Task What_does_not_fit_the_question_never_reaches_the_verifier(string number, string when, string which, string field, AnswerProblem problem)
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);

        var invalid = Assert.IsType<RunOutcome.Invalid>(await AnswerAsync(alice, run, Typed(number, when, which)));

        Assert.Equal((field, problem), (Assert.Single(invalid.Problems).Key, Assert.Single(invalid.Problems).Value));
        Assert.Equal(1, Verifier.Calls);
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run)); // The step still waits.
    }

    [Fact]
    public async Task A_code_is_read_as_people_copy_it()
    {
        var alice = await CitizenAsync();
        StepAnswer? heard = null;
        var run = await BegunAsync(alice);
        Verifier.Do = (_, answer, _) =>
        {
            heard = answer;
            return Task.FromResult<VerificationStep>(Verifier.Proof());
        };

        await AnswerAsync(alice, run, Typed(" abcd-23 45 "));

        Assert.Equal("ABCD2345", Assert.IsType<StepAnswer.Fields>(heard).Values["number"]);
    }

    [Fact]
    public async Task It_can_be_left_and_taken_up_again_for_a_month()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Domain.Clock.Advance(TimeSpan.FromDays(29));

        Assert.Equal(run.Id, (await BegunAsync(alice)).Id); // It goes on where it was.
        Assert.Equal(run.Id, Assert.Single(await Verifications.OfAccountAsync(alice.Account.Id, Cancellation)).Id);
        Domain.Clock.Advance(TimeSpan.FromDays(1));

        Assert.IsType<RunOutcome.NotFound>(await AnswerAsync(alice, run));
    }

    [Fact]
    public async Task A_code_takes_it_to_another_device_once()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        var first = await Verifications.HandOffAsync(run.Id, alice.Account.Id, Cancellation);
        var code = await Verifications.HandOffAsync(run.Id, alice.Account.Id, Cancellation);

        Assert.Null(await Verifications.TakeOverAsync(first, "her telephone", Cancellation)); // A newer one took its place.
        var taken = await Verifications.TakeOverAsync(code?.ToLowerInvariant(), "her telephone", Cancellation);
        Assert.Null(await Verifications.TakeOverAsync(code, "her telephone", Cancellation));

        Assert.Equal(run.Id, taken);
        Assert.Null(await Verifications.FindAsync(run.Id, new RunHolder.Device("another telephone"), Cancellation));
        var went = await Verifications.ContinueAsync(run.Id, new RunHolder.Device("her telephone"), run.Version, Typed("1"), Cancellation);
        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(went).Run.Status);
        Assert.Null(await Verifications.FindAsync(run.Id, new RunHolder.Device("her telephone"), Cancellation)); // Nothing is left for it to see.
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234-5678")]
    [InlineData("no code at all")]
    public async Task A_wrong_or_late_code_takes_nothing(string? wrong)
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        var code = await Verifications.HandOffAsync(run.Id, alice.Account.Id, Cancellation);

        Assert.Null(await Verifications.TakeOverAsync(wrong, "her telephone", Cancellation));
        Domain.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Verifications.TakeOverAsync(code, "her telephone", Cancellation));
    }

    [Fact]
    public async Task It_can_be_begun_so_often_a_day()
    {
        var alice = await CitizenAsync();
        for (var times = 0; times < 5; times++)
            await Verifications.CancelAsync((await BegunAsync(alice)).Id, alice.Account.Id, Cancellation);

        var refused = Assert.IsType<RunOutcome.TooMany>(await BeginAsync(alice));

        Assert.Equal((Domain.Clock.GetUtcNow().Date.AddDays(1), 5), (refused.RetryAt.UtcDateTime, Verifier.Calls));
        Domain.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<RunOutcome.Went>(await BeginAsync(alice));
    }

    [Fact]
    public async Task What_its_owner_stopped_while_the_verifier_thought_is_not_kept()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = async (_, _, _) =>
        {
            Assert.True(await Verifications.CancelAsync(run.Id, alice.Account.Id, Cancellation));
            return Verifier.Proof();
        };

        var outcome = Assert.IsType<RunOutcome.AlreadyAnswered>(await AnswerAsync(alice, run));

        Assert.Equal(RunStatus.Cancelled, outcome.Run.Status);
        Assert.Null((await StandingAsync(alice)).Granted);
    }

    [Fact]
    public async Task Proof_of_somebody_else_ends_it_without_a_level()
    {
        var alice = await CitizenAsync();
        await AnswerAsync(alice, await BegunAsync(alice));
        Verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(Verifier.Proof("Baker"));

        Assert.Equal(RunStatus.OtherPerson, (await BegunAsync(alice)).Status);
        Assert.Single((await StandingAsync(alice)).Counted);
    }

    [Theory]
    [InlineData(RefusalReason.NotMatched, RunStatus.Refused)]
    [InlineData(RefusalReason.Cancelled, RunStatus.Cancelled)]
    public async Task A_refusal_says_why_and_its_owner_is_told(RefusalReason reason, RunStatus status)
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(new VerificationStep.Refused(reason) { Against = [new("document-stolen", "Test", Domain.Clock.GetUtcNow())] });

        var went = Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run));

        Assert.Equal((status, reason), (went.Run.Status, went.Run.Reason));
        Assert.Equal(60, (await StandingAsync(alice)).Against);
        if (status is RunStatus.Refused)
            await ToldAsync(RunMessages.NotProved);
    }

    public sealed class OnSqlite() : VerificationsTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : VerificationsTests(StorageProvider.Postgres);
}
