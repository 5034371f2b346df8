using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;

namespace Identity.Tests.Domain.Verification.Runs;

/// <summary>What comes back from elsewhere: a browser, a result, a file.</summary>
public abstract class OutsideTests(StorageProvider provider) : VerificationTests(provider)
{
    private const string State = "a-state-that-nobody-guesses";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task A_browser_that_comes_back_goes_on_once()
    {
        var alice = await AwayAsync();

        var went = await ComeBackAsync(alice, State);

        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(went).Run.Status);
        Assert.IsType<RunOutcome.NotFound>(await ComeBackAsync(alice, State)); // Replayed.
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-state-that-somebody-guessed")]
    [InlineData("A-STATE-THAT-NOBODY-GUESSES")]
    public async Task A_forged_one_goes_nowhere(string? forged)
    {
        var alice = await AwayAsync();

        Assert.IsType<RunOutcome.NotFound>(await ComeBackAsync(alice, forged));
        Assert.Equal(1, Verifier.Calls);
    }

    [Fact]
    public async Task One_that_another_account_brings_goes_nowhere_and_still_works_for_its_owner()
    {
        var alice = await AwayAsync();
        var mallory = await CitizenAsync("mallory@example.test");

        Assert.IsType<RunOutcome.NotFound>(await ComeBackAsync(mallory, State));
        Assert.IsType<RunOutcome.Went>(await ComeBackAsync(alice, State));
    }

    [Fact]
    public async Task A_callback_cannot_be_typed()
    {
        var alice = await AwayAsync();
        var run = Assert.Single(await Verifications.OfAccountAsync(alice.Account.Id, Cancellation));

        Assert.IsType<RunOutcome.AlreadyAnswered>(await AnswerAsync(alice, run, new StepAnswer.Callback(new Dictionary<string, string>())));
        Assert.IsType<RunOutcome.AlreadyAnswered>(await AnswerAsync(alice, run, new StepAnswer.Look()));
        Assert.Equal(1, Verifier.Calls);
    }

    [Fact]
    public async Task A_callback_that_its_verifier_fails_at_ends_since_it_works_once()
    {
        var alice = await AwayAsync();
        Verifier.Do = (_, _, _) => throw new InvalidOperationException();

        Assert.Equal(RefusalReason.Unavailable, Assert.IsType<RunOutcome.Went>(await ComeBackAsync(alice, State)).Run.Reason);
    }

    [Fact]
    public async Task A_result_is_brought_by_the_name_it_waits_under()
    {
        var alice = await WaitingAsync(TimeSpan.FromDays(14));
        await ToldAsync(RunMessages.Waiting);
        StepAnswer? heard = null;
        Verifier.Do = (_, answer, _) =>
        {
            heard = answer;
            return Task.FromResult<VerificationStep>(Verifier.Proof());
        };

        Assert.Equal("Archer", (await Verifications.WaitingAsync("simulated", " desk-2345 ", Cancellation))?.Details[ClaimNames.FamilyName]);
        Assert.True(await Verifications.IsOwnAsync("simulated", "DESK2345", alice.Account.Id, Cancellation));
        var went = await Verifications.DeliverAsync("simulated", "desk2345", "staff:1", new Dictionary<string, string> { ["seen"] = "passport" }, Cancellation);

        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(went).Run.Status);
        var delivered = Assert.IsType<StepAnswer.Delivered>(heard);
        Assert.Equal("passport", delivered.Values["seen"]);
        Assert.DoesNotContain("staff", delivered.By, StringComparison.Ordinal);
        Assert.IsType<RunOutcome.NotFound>(await Verifications.DeliverAsync("simulated", "DESK2345", "staff:1", new Dictionary<string, string>(), Cancellation)); // It is over.
    }

    [Theory]
    [InlineData("simulated", "DESK9999")]
    [InlineData("simulated", "")]
    [InlineData("other", "DESK2345")]
    public async Task Nothing_waits_under_another_name(string verifier, string handle)
    {
        await WaitingAsync(TimeSpan.FromDays(14));

        Assert.Null(await Verifications.WaitingAsync(verifier, handle, Cancellation));
    }

    [Fact]
    public async Task What_waits_is_looked_at_when_it_is_due()
    {
        var alice = await WaitingAsync(TimeSpan.FromDays(14));
        Assert.Equal(0, await Verifications.LookAsync(Cancellation));
        Verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(Verifier.Proof());
        // A node that is late counts as well as one that is not.
        Domain.Clock.Advance(TimeSpan.FromMinutes(1));
        await Verifications.LookAsync(Cancellation);

        for (var tries = 0; tries < 500 && (await StandingAsync(alice)).Granted is null; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation); // The worker may have been there first.
        Assert.Equal("high", (await StandingAsync(alice)).Granted?.Level.Name);
    }

    [Fact]
    public async Task What_nobody_brings_in_time_ends_by_itself()
    {
        var alice = await WaitingAsync(TimeSpan.FromDays(2));
        var run = Assert.Single(await Verifications.OfAccountAsync(alice.Account.Id, Cancellation));
        Domain.Clock.Advance(TimeSpan.FromDays(2));
        await Verifications.LookAsync(Cancellation);

        for (var tries = 0; tries < 500 && run.Status is RunStatus.Running; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation); // The worker may have been there first.
            run = Assert.Single(await Verifications.OfAccountAsync(alice.Account.Id, Cancellation));
        }
        Assert.Equal((RunStatus.Refused, RefusalReason.TimedOut), (run.Status, run.Reason));
    }

    [Theory]
    [InlineData(0, "image/jpeg", 7, AnswerProblem.Empty)]
    [InlineData(3, "image/jpeg", 7, AnswerProblem.TooMany)]
    [InlineData(1, "image/jpeg", 1025, AnswerProblem.TooLarge)]
    [InlineData(1, "image/png", 7, AnswerProblem.WrongKind)]
    [InlineData(1, "application/pdf", 7, AnswerProblem.WrongKind)]
    public async Task A_file_is_what_was_asked_for(int count, string type, int bytes, AnswerProblem problem)
    {
        var alice = await CitizenAsync();
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is null ? new VerificationStep.Upload("question", ["image/jpeg", "image/png"]) { Most = 2, MostBytes = 1024 } : Verifier.Proof());
        var run = await BegunAsync(alice);
        var file = new UploadedFile(type, Jpeg.Concat(new byte[bytes - Jpeg.Length]).ToArray());

        var invalid = Assert.IsType<RunOutcome.Invalid>(await AnswerAsync(alice, run, new StepAnswer.Files([.. Enumerable.Repeat(file, count)])));

        Assert.Equal(problem, Assert.Single(invalid.Problems).Value);
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(alice, run, new StepAnswer.Files([new UploadedFile("image/jpeg", Jpeg)])));
    }

    private async Task<Credentials.SignedInCitizen> AwayAsync()
    {
        var alice = await CitizenAsync();
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is null ? new VerificationStep.Redirect(new("https://bank.example/authorize"), State) : Verifier.Proof());
        await BegunAsync(alice);
        return alice;
    }

    private async Task<Credentials.SignedInCitizen> WaitingAsync(TimeSpan wait)
    {
        var alice = await CitizenAsync();
        var until = Domain.Clock.GetUtcNow() + wait;
        Verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(new VerificationStep.Wait("question", until, TimeSpan.FromMinutes(1)) { Handle = "DESK-2345" });
        await BegunAsync(alice);
        return alice;
    }

    private Task<RunOutcome> ComeBackAsync(Credentials.SignedInCitizen citizen, string? state) =>
        Verifications.CallbackAsync(state, new RunHolder.Owner(citizen.Account.Id), new Dictionary<string, string> { ["code"] = "c" }, Cancellation);

    public sealed class OnSqlite() : OutsideTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : OutsideTests(StorageProvider.Postgres);
}
