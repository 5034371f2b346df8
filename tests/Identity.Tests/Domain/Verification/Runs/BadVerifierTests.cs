using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Runs;

/// <summary>A plugin that throws, hangs, lies about its manifest or returns what it may not.</summary>
public abstract class BadVerifierTests(StorageProvider provider) : VerificationTests(provider)
{
    public static TheoryData<string> Lies => ["strength", "claim", "type", "kind", "future"];

    public static TheoryData<string> Wrongs => ["null", "text", "no field", "twice", "no choice", "fast", "upload"];

    [Fact]
    public async Task What_a_verifier_throws_is_told_nobody_and_the_step_can_be_tried_again()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = (_, _, _) => throw new InvalidOperationException("Alice Archer");

        var failed = Assert.IsType<RunOutcome.Failed>(await AnswerAsync(alice, run));

        Assert.Equal(typeof(VerificationStep.Ask), failed.Run.Step?.GetType());
        Verifier.Do = null;
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, failed.Run));
    }

    [Fact]
    public async Task A_verifier_that_fails_again_and_again_rests_for_a_while()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = (_, _, _) => throw new InvalidOperationException();
        for (var times = 0; times < 3; times++)
            run = Assert.IsType<RunOutcome.Failed>(await AnswerAsync(alice, run)).Run;
        Verifier.Do = null;

        var resting = Assert.IsType<RunOutcome.NotOffered>(await AnswerAsync(alice, run));

        Assert.Equal((Domain.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), 4), (resting.RetryAt, Verifier.Calls));
        Assert.IsType<RunOutcome.NotOffered>(await BeginAsync(await CitizenAsync("bob@example.test")));
        Domain.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run));
    }

    [Fact]
    public async Task A_verifier_that_hangs_is_given_up()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        var called = new TaskCompletionSource();
        Verifier.Do = async (_, _, token) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Verifier.Proof();
        };

        var answer = AnswerAsync(alice, run);
        await called.Task;
        Assert.False(answer.IsCompleted);
        Domain.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.IsType<RunOutcome.Failed>(await answer);
    }

    [Fact]
    public async Task So_is_one_that_holds_its_thread_and_listens_to_nobody()
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        var called = new TaskCompletionSource();
        using var released = new ManualResetEventSlim();
        Verifier.Do = (_, _, _) =>
        {
            called.SetResult();
            released.Wait(CancellationToken.None);
            return Task.FromResult<VerificationStep>(Verifier.Proof());
        };

        var answer = AnswerAsync(alice, run);
        await called.Task;
        Domain.Clock.Advance(TimeSpan.FromSeconds(20));
        var failed = Assert.IsType<RunOutcome.Failed>(await answer);
        released.Set();

        // What it returns when nobody waits any more counts for nothing.
        Assert.Null((await StandingAsync(alice)).Granted);
        Assert.Equal(RunStatus.Running, failed.Run.Status);
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_verifier_that_gives_what_it_may_not_give_is_closed_until_somebody_has_looked(string lie)
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(new VerificationStep.Proven([Lie(Verifier.Proof().Evidence[0], lie)]));

        var went = Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run));

        Assert.Equal((RunStatus.Refused, RefusalReason.Unavailable), (went.Run.Status, went.Run.Reason));
        Assert.Empty((await StandingAsync(alice)).Counted);
        Verifier.Do = null;
        Assert.Null(Assert.IsType<RunOutcome.NotOffered>(await BeginAsync(alice)).RetryAt);
        var closures = Domain.Get<VerifierClosures>();
        Assert.Equal(["simulated"], await closures.ClosedAsync(Cancellation));
        Assert.True(await closures.ReopenAsync("simulated", "operator", Cancellation));
        Assert.False(await closures.ReopenAsync("simulated", "operator", Cancellation));
        Assert.IsType<RunOutcome.Went>(await BeginAsync(alice));
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task A_step_that_no_page_can_show_is_a_fault(string wrong)
    {
        var alice = await CitizenAsync();
        var run = await BegunAsync(alice);
        Verifier.Do = (_, _, _) => Task.FromResult(Wrong(wrong));

        Assert.IsType<RunOutcome.Failed>(await AnswerAsync(alice, run));
    }

    [Fact]
    public async Task What_fails_at_once_ends_and_another_way_is_open()
    {
        var alice = await CitizenAsync();
        Verifier.Do = (_, _, _) => throw new InvalidOperationException();

        Assert.Equal((RunStatus.Refused, RefusalReason.Unavailable), (await BegunAsync(alice) is var run ? run.Status : default, run.Reason));
    }

    private static Evidence Lie(Evidence evidence, string lie) => lie switch
    {
        "strength" => evidence with { Scores = new(4, 4, 0, 1, 3) },
        "claim" => evidence with { Claims = new Dictionary<string, string>(evidence.Claims) { [ClaimNames.NhsNumber] = "9434765919" } },
        "type" => evidence with { Type = EvidenceType.Vouch },
        "kind" => evidence with { Kind = "idcard" },
        "future" => evidence with { Checks = [new(CheckMethods.Data, "Test", evidence.Checks[0].At.AddHours(1))] },
        _ => throw new ArgumentException(lie),
    };

    private VerificationStep Wrong(string wrong) => wrong switch
    {
        "null" => null!, // Other people's code does this.
        "text" => new VerificationStep.Show("unheard-of", []),
        "no field" => new VerificationStep.Ask("question", []),
        "twice" => new VerificationStep.Ask("question", [new("a", FieldKind.Text, "question"), new("a", FieldKind.Text, "question")]),
        "no choice" => new VerificationStep.Ask("question", [new("a", FieldKind.Choice, "question")]),
        "fast" => new VerificationStep.Wait("question", Domain.Clock.GetUtcNow().AddDays(1), TimeSpan.FromSeconds(1)),
        "upload" => new VerificationStep.Upload("question", ["image/jpeg"]) { Most = 0 },
        _ => throw new ArgumentException(wrong),
    };

    public sealed class OnSqlite() : BadVerifierTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : BadVerifierTests(StorageProvider.Postgres);
}
