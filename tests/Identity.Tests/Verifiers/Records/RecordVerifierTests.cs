using System.Net;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Verifiers.Records;

/// <summary>What every shipped verifier that asks an organisation for a record holds, loaded as the server loads it.</summary>
public abstract class RecordVerifierTests(RecordHost host, string verifier, string section) : IClassFixture<RecordHost>, IAsyncLifetime
{
    private Guid _alice;

    internal FakeRecords Records => host.Records;

    private TestProvider Provider => host.Provider;

    private Verifications Verifications => Provider.Get<Verifications>();

    /// <summary>What somebody types who has a record.</summary>
    protected abstract Dictionary<string, string> Typed { get; }

    /// <summary>The answer to them.</summary>
    protected abstract string Answer { get; }

    protected virtual string ContentType => "application/json";

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(verifier, section);
        Records.Reset(ContentType, Answer);
        _alice = await host.NewcomerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // The next citizen may show the same record.
        foreach (var held in (await HeldAsync()).Evidence)
            await Provider.Get<IdentityRecord>().RevokeAsync(_alice, held.Id, "test", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_shows_the_organisation_who_asks()
    {
        await GoneAsync();

        var request = Assert.Single(Records.Requests);
        Assert.Equal(("POST", "Bearer token-of-the-index"), (request.Method, request.Authorization));
        Assert.StartsWith("/base/", request.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task A_service_that_does_not_answer_proves_nothing(HttpStatusCode status)
    {
        Records.Status = status;

        await AssertUnavailableAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("<html><title>Sign in</title></html>")]
    [InlineData("""{"resourceType":"Unheard"}""")]
    public async Task An_answer_that_cannot_be_read_proves_nothing(string answer)
    {
        Records.Answer = answer;

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task A_page_in_place_of_an_answer_proves_nothing()
    {
        Records.ContentType = "text/html";

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task A_service_that_hangs_proves_nothing()
    {
        Records.Hangs = true;

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task A_service_that_breaks_off_proves_nothing()
    {
        Records.BreaksOff = true;

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task An_answer_that_is_too_large_proves_nothing()
    {
        Records.Answer = Answer + new string(' ', 300 * 1024);

        await AssertUnavailableAsync();
    }

    [Fact]
    public async Task It_can_be_tried_five_times_a_day()
    {
        Records.Answer = "{}";
        for (var tries = 0; tries < 5; tries++)
            await GoneAsync();

        Assert.IsType<RunOutcome.TooMany>(await BeginAsync());
    }

    [Fact]
    public void Both_languages_hold_every_text_in_short_sentences()
    {
        var texts = Provider.Get<OfferedVerifiers>().Find(verifier)!.Manifest.Texts; // It is offered.

        Assert.Equal(texts["en"].Keys.Order(), texts["cy"].Keys.Order());
        foreach (var text in texts.Values.SelectMany(words => words.Values))
        {
            Assert.DoesNotContain("'", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Split(". "), sentence => sentence.Split(' ').Length > 25);
        }
    }

    [Fact]
    public async Task A_token_that_is_not_there_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite,
            ("Verifiers:Offered", verifier), (Key("Address"), "records"), (Key("TokenFile"), "/nowhere/token"), (Key("Timeout"), "1.00:00:00")));

        var faults = refused.Failures.ToList();
        Assert.Contains($"{Key("Address")} is 'records': write an address such as https://records.example.", faults);
        Assert.Contains($"{Key("Organisation")} is not set: write its value.", faults);
        Assert.Contains($"{Key("TokenFile")} is '/nowhere/token', which is not there: write the whole path of a file.", faults);
        Assert.Contains(faults, fault => fault.StartsWith($"{Key("Timeout")} is '1.00:00:00'", StringComparison.Ordinal));
    }

    protected async Task AssertUnavailableAsync()
    {
        await AssertRefusedAsync(RefusalReason.Unavailable);
        Assert.Single(Records.Requests);
    }

    protected async Task AssertRefusedAsync(RefusalReason reason)
    {
        var run = await GoneAsync();

        Assert.Equal((RunStatus.Refused, reason), (run.Status, run.Reason));
        var (evidence, against) = await HeldAsync();
        Assert.Empty(evidence);
        Assert.Empty(against);
    }

    protected async Task<(IReadOnlyList<Identity.Domain.Verification.Levels.HeldEvidence> Evidence, IReadOnlyList<Identity.Domain.Verification.Levels.HeldIndicator> Against)> HeldAsync() =>
        await Provider.Get<IdentityRecord>().HeldAsync(_alice, TestContext.Current.CancellationToken);

    protected async Task<string?> LevelAsync(string framework) =>
        (await Provider.Get<IdentityRecord>().StandingAsync(_alice, framework, TestContext.Current.CancellationToken)).Granted?.Level.Name;

    protected async Task<VerificationRun> GoneAsync(Dictionary<string, string>? typed = null) =>
        Assert.IsType<RunOutcome.Went>(await AnswerAsync(Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run, typed ?? Typed)).Run;

    protected Task<RunOutcome> AnswerAsync(VerificationRun run, Dictionary<string, string> typed) =>
        Verifications.ContinueAsync(run.Id, new RunHolder.Owner(_alice), run.Version, new StepAnswer.Fields(typed), TestContext.Current.CancellationToken);

    protected async Task<RunOutcome> BeginAsync(Dictionary<string, string>? details = null) => await Verifications.BeginAsync(_alice, verifier,
        details ?? await Provider.Get<VerificationRoutes>().DetailsAsync(_alice, verifier, default), new RunPurpose(null, null, "en"), TestContext.Current.CancellationToken);

    private string Key(string name) => RecordHost.Key(section, name);
}
