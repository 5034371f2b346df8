using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Web.Plugins;

/// <summary>The whole chain, by the verifier that decides by the number typed: <c>docs/verifiers.md</c> has the table.</summary>
public sealed class SimulatedTests : IAsyncLifetime
{
    private readonly PluginFolder _folder = new PluginFolder().Offering("simulated");
    private TestProvider _provider = null!; // Set before each test by InitializeAsync.
    private Guid _alice;

    private Verifications Verifications => _provider.Get<Verifications>();

    private FakeTimeProvider Clock => _provider.Clock;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, _folder.Settings);
        _alice = await _provider.CreateAccountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("LOW 1", "low")]
    [InlineData("medium 1", "medium")]
    [InlineData("HIGH-1", "high")]
    [InlineData("123456", "high")]
    [InlineData("VERYHIGH1", "very-high")]
    [InlineData("RECORD1", "low")]
    [InlineData("NOTHING1", null)]
    [InlineData("OUTDATED1", null)]
    [InlineData("EXPIRING1", "high")]
    [InlineData("STOLEN1", null)]
    public async Task A_number_decides_the_level(string number, string? level)
    {
        Assert.Equal(RunStatus.Proven, (await GoneAsync(number)).Status);

        Assert.Equal(level, (await _provider.Get<IdentityRecord>().StandingAsync(_alice, "gpg45", default)).Granted?.Level.Name);
    }

    [Theory]
    [InlineData("NOMATCH", RefusalReason.NotMatched)]
    [InlineData("EXPIRED", RefusalReason.DocumentExpired)]
    [InlineData("UNKNOWN", RefusalReason.DocumentNotAccepted)]
    [InlineData("BLURRED", RefusalReason.PictureUnusable)]
    [InlineData("FACE", RefusalReason.LikenessNotMatched)]
    [InlineData("CODE", RefusalReason.CodeExpired)]
    [InlineData("TRIES", RefusalReason.TooManyTries)]
    [InlineData("CHILD", RefusalReason.NotEligible)]
    [InlineData("RELATIVE", RefusalReason.VoucherNotAccepted)]
    [InlineData("DECLINED", RefusalReason.Declined)]
    [InlineData("SLOW", RefusalReason.TimedOut)]
    [InlineData("DOWN", RefusalReason.Unavailable)]
    [InlineData("CANCEL", RefusalReason.Cancelled)]
    public async Task A_number_decides_the_refusal(string number, RefusalReason reason) => Assert.Equal(reason, (await GoneAsync(number)).Reason);

    [Fact]
    public void Every_refusal_has_a_number() =>
        Assert.Equal(Enum.GetValues<RefusalReason>().Length, typeof(SimulatedTests).GetMethod(nameof(A_number_decides_the_refusal))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length);

    [Fact]
    public async Task It_waits_a_minute_and_then_proves()
    {
        var waiting = await GoneAsync("WAIT 1");
        Assert.IsType<VerificationStep.Wait>(waiting.Step);
        Clock.Advance(TimeSpan.FromMinutes(1));

        for (var tries = 0; tries < 500 && waiting.Status is RunStatus.Running; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken); // The worker looks beside the test.
            waiting = await Verifications.FindAsync(waiting.Id, new RunHolder.Owner(_alice), default) ?? waiting;
        }
        Assert.Equal(RunStatus.Proven, waiting.Status);
    }

    [Fact]
    public async Task It_throws_and_it_hangs()
    {
        var run = await BegunAsync();
        var failed = Assert.IsType<RunOutcome.Failed>(await AnswerAsync(run, "THROW"));
        foreach (var hanging in new[] { "HANG", "HANGDEAF" })
        {
            var answer = AnswerAsync(failed.Run, hanging);
            while (!answer.IsCompleted)
            {
                Clock.Advance(TimeSpan.FromSeconds(20));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            }
            failed = Assert.IsType<RunOutcome.Failed>(await answer);
        }

        Assert.IsType<RunOutcome.NotOffered>(await AnswerAsync(failed.Run, "HIGH1"));
    }

    [Fact]
    public async Task It_lies_and_is_closed()
    {
        Assert.Equal(RefusalReason.Unavailable, (await GoneAsync("LIE")).Reason);

        Assert.IsType<RunOutcome.NotOffered>(await BeginAsync());
    }

    [Fact]
    public async Task It_shows_asks_for_a_picture_and_asks_again()
    {
        var run = await BegunAsync();
        run = Assert.IsType<RunOutcome.Went>(await AnswerAsync(run, "NUMBER")).Run;
        Assert.NotEmpty(Assert.IsType<VerificationStep.Ask>(run.Step).Problems);
        run = Assert.IsType<RunOutcome.Went>(await AnswerAsync(run, "UPLOAD1")).Run;
        Assert.IsType<VerificationStep.Upload>(run.Step);
        Assert.Equal(RunStatus.Proven, Assert.IsType<RunOutcome.Went>(await Verifications.ContinueAsync(run.Id, new RunHolder.Owner(_alice), run.Version,
            new StepAnswer.Files([new UploadedFile("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 })]), default)).Run.Status);

        var shown = await GoneAsync("SHOW2");
        Assert.Equal("SIMULATED", Assert.IsType<VerificationStep.Show>(shown.Step).Code);
    }

    [Fact]
    public async Task It_brings_evidence_of_somebody_else()
    {
        await GoneAsync("HIGH1");

        Assert.Equal(RunStatus.OtherPerson, (await GoneAsync("STRANGER1")).Status);
    }

    [Fact]
    public async Task One_document_at_two_accounts_is_one_person()
    {
        await GoneAsync("HIGH1");
        _alice = await _provider.CreateAccountAsync("again@example.test");

        Assert.Equal(RunStatus.ProvenElsewhere, (await GoneAsync("HIGH1")).Status);
    }

    private async Task<VerificationRun> GoneAsync(string number) => Assert.IsType<RunOutcome.Went>(await AnswerAsync(await BegunAsync(), number)).Run;

    private async Task<VerificationRun> BegunAsync() => Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run;

    private async Task<RunOutcome> BeginAsync() => await Verifications.BeginAsync(_alice, "simulated",
        await _provider.Get<VerificationRoutes>().DetailsAsync(_alice, "simulated", default), new RunPurpose("gpg45:high", null, "en"), default);

    private Task<RunOutcome> AnswerAsync(VerificationRun run, string number) => Verifications.ContinueAsync(run.Id, new RunHolder.Owner(_alice), run.Version,
        new StepAnswer.Fields(new Dictionary<string, string> { ["number"] = number }), default);
}
