using System.Text.RegularExpressions;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Ports;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Verifiers.Letter;

/// <summary>Letters to Alice, whose address a record vouches for, by the verifier as the server loads it.</summary>
public sealed partial class LetterTests : IAsyncLifetime
{
    private const string Home = "1 High Street\nCardiff\nCF10 1AA";

    private TestProvider _provider = null!; // Started before each test.
    private TestProvider? _before;
    private Guid _alice;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Verifications Verifications => _provider.Get<Verifications>();

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Verifiers:Offered", "simulated letter"));
        _alice = await _provider.CreateAccountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_before is not null)
            await _before.DisposeAsync();
    }

    [Fact]
    [Spec("GPG 45", "Verification")]
    public async Task Who_types_the_code_is_taken_for_the_person_on_the_record()
    {
        await VouchedAsync();
        Assert.Null(await LevelAsync());

        var done = await TypeAsync(await PostedAsync(), await CodeAsync());

        Assert.Equal(RunStatus.Proven, done.Status);
        Assert.Equal("low", await LevelAsync());
        var held = (await _provider.Get<IdentityRecord>().HeldAsync(_alice, Cancellation)).Evidence.Single(item => item.Verifier == "letter");
        Assert.Equal(("postal_confirmation", new EvidenceScores(0, 0, 0, 0, 1), Home), (held.Kind, held.Scores, held.Claims[ClaimNames.Address]));
        Assert.Equal(CheckMethods.Token, Assert.Single(held.Checks).Method);
    }

    [Fact]
    public async Task A_letter_alone_is_worth_nothing()
    {
        await VouchedAsync();
        await TypeAsync(await PostedAsync(), await CodeAsync());
        var record = _provider.Get<IdentityRecord>();
        var vouch = (await record.HeldAsync(_alice, Cancellation)).Evidence.Single(item => item.Verifier != "letter");

        await record.RevokeAsync(_alice, vouch.Id, "test", Cancellation);

        Assert.Null(await LevelAsync());
        Assert.Empty(await DetailsAsync()); // Nor does it vouch for where the next one goes.
    }

    [Fact]
    public async Task The_letter_goes_where_the_record_says_and_not_where_its_owner_does()
    {
        await VouchedAsync();

        await PostedAsync(await DetailsAsync());

        var letter = Assert.Single(await LettersAsync(1));
        Assert.Equal($"Alice Archer\n{Home}", letter.Destination);
        Assert.DoesNotContain("'", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Your code to prove who you are", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_on_record_it_is_not_open()
    {
        var run = Went(await BeginAsync(await DetailsAsync()));

        Assert.Equal((RunStatus.Refused, RefusalReason.NotEligible), (run.Status, run.Reason));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("{1} {2}")]
    [InlineData("{1}–{2}")]
    public async Task The_code_may_be_typed_as_people_type(string form)
    {
        await VouchedAsync();
        var run = await PostedAsync();
        var code = (await CodeAsync()).Replace('0', 'o').Replace('1', 'l').ToLowerInvariant().Replace("-", "", StringComparison.Ordinal);

        Assert.Equal(RunStatus.Proven, (await TypeAsync(run, string.Format(null, form, code, code[..5], code[5..]))).Status);
    }

    [Fact]
    public async Task A_wrong_code_is_told_and_can_be_typed_again()
    {
        await VouchedAsync();

        var again = await TypeAsync(await PostedAsync(), "00000-00000");

        Assert.Equal("code-wrong", Assert.IsType<VerificationStep.Ask>(again.Step).Problems["code"]);
        Assert.Equal(RunStatus.Proven, (await TypeAsync(again, await CodeAsync())).Status);
    }

    [Fact]
    public async Task Nothing_typed_is_no_try()
    {
        await VouchedAsync();
        var run = await PostedAsync();

        for (var times = 0; times < 6; times++)
            run = await TypeAsync(run, "");

        Assert.Equal("code-empty", Assert.IsType<VerificationStep.Ask>(run.Step).Problems["code"]);
    }

    [Fact]
    public async Task After_five_wrong_codes_none_is_looked_at_for_a_day_however_it_is_begun_again()
    {
        await VouchedAsync();
        var run = await PostedAsync();
        var code = await CodeAsync();
        for (var tries = 0; tries < 4; tries++)
            run = await TypeAsync(run, "00000-00000");

        var paused = await TypeAsync(run, "00000-00000");
        Assert.Equal("paused", Assert.IsType<VerificationStep.Show>(paused.Step).Title);
        Assert.Equal(_provider.Clock.GetUtcNow() + TimeSpan.FromDays(1), ((VerificationStep.Show)paused.Step!).Times["until"]); // It was looked at just before.
        await Verifications.CancelAsync(paused.Id, _alice, Cancellation);
        run = Went(await BeginAsync(await DetailsAsync()));
        Assert.Equal("paused", Assert.IsType<VerificationStep.Show>((await TypeAsync(run, code)).Step).Title);

        await LaterAsync(1);
        run = await LookAsync((await Verifications.FindAsync(run.Id, new RunHolder.Owner(_alice), Cancellation))!); // It is hers.
        Assert.Equal(RunStatus.Proven, (await TypeAsync(run, code)).Status);
    }

    [Fact]
    public async Task A_code_works_for_thirty_days()
    {
        await VouchedAsync();
        var run = await PostedAsync();
        var code = await CodeAsync();

        await LaterAsync(30);

        Assert.Equal("confirm", Assert.IsType<VerificationStep.Ask>((await TypeAsync(run, code)).Step).Title); // A new one can be had.
    }

    [Fact]
    public async Task A_used_code_works_no_more()
    {
        await VouchedAsync();
        var code = await CodeAsync(await PostedAsync());
        await TypeAsync(await CurrentAsync(), code);

        var again = await PostedAsync(await DetailsAsync());

        Assert.Equal("code-wrong", Assert.IsType<VerificationStep.Ask>((await TypeAsync(again, code)).Step).Problems["code"]);
    }

    [Fact]
    public async Task Somebody_elses_code_works_no_more_than_a_guess()
    {
        await VouchedAsync();
        await PostedAsync();
        var code = await CodeAsync();
        var bob = await _provider.CreateAccountAsync("bob@example.test");
        await VouchedAsync(bob, "Bob", "Baker");
        var his = await PostedAsync(account: bob);

        var tried = Went(await Verifications.ContinueAsync(his.Id, new RunHolder.Owner(bob), his.Version, Code(code), Cancellation));

        Assert.Equal("code-wrong", Assert.IsType<VerificationStep.Ask>(tried.Step).Problems["code"]);
        Assert.IsType<RunOutcome.NotFound>(await Verifications.ContinueAsync((await CurrentAsync()).Id, new RunHolder.Owner(bob), 2, Code(code), Cancellation));
    }

    [Fact]
    public async Task Two_letters_go_in_thirty_days_and_the_codes_of_both_work()
    {
        await VouchedAsync();
        var run = await PostedAsync();
        var first = await CodeAsync();
        run = await SendAgainAsync(run);

        var third = await TickAsync(run);
        Assert.Equal("enough", Assert.IsType<VerificationStep.Show>(third.Step).Title);
        Assert.Equal(2, (await LettersAsync(2)).Count);

        Assert.Equal(RunStatus.Proven, (await TypeAsync(await LookAsync(third), first)).Status);
    }

    [Fact]
    public async Task Beginning_again_gives_no_third_letter()
    {
        await VouchedAsync();
        await SendAgainAsync(await PostedAsync());
        await Verifications.CancelAsync((await CurrentAsync()).Id, _alice, Cancellation);

        var run = Went(await BeginAsync(await DetailsAsync()));
        Assert.Equal("question", Assert.IsType<VerificationStep.Ask>(run.Step).Title); // Her letters may come yet.
        Assert.Equal("enough", Assert.IsType<VerificationStep.Show>((await TickAsync(run)).Step).Title);

        await LaterAsync(30);
        run = await LookAsync(Went(await BeginAsync(await DetailsAsync())));
        Assert.Equal("sent", Assert.IsType<VerificationStep.Show>((await SendAsync(run)).Step).Title);
    }

    [Fact]
    public async Task Who_gets_no_post_there_goes_back_to_the_other_ways()
    {
        await VouchedAsync();

        var run = await SendAsync(Went(await BeginAsync(await DetailsAsync())), "no");

        Assert.Equal(RunStatus.Cancelled, run.Status);
        Assert.Empty(await _provider.Get<Mailbox>().ListAsync(Cancellation) is var all ? all.Where(message => message.Channel is MessageChannel.Letter) : []);
    }

    [Fact]
    public async Task Codes_are_kept_as_hashes_alone()
    {
        await VouchedAsync();
        var run = await PostedAsync();
        var code = (await CodeAsync()).Replace("-", "", StringComparison.Ordinal);

        var person = _provider.Get<RunSeal>().Person("letter", _alice.ToString("N"));
        var kept = await _provider.Get<SealedStoreFactory>().Create("Identity.Verifiers").GetAsync($"letter {person} 0", Cancellation);
        Assert.Contains("Salt", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(code, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(code, System.Text.Json.JsonSerializer.Serialize(run.Step), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_hold_every_text_in_short_sentences()
    {
        var texts = _provider.Get<OfferedVerifiers>().Find("letter")!.Manifest.Texts; // It is offered.

        Assert.Equal(texts["en"].Keys.Order(), texts["cy"].Keys.Order());
        foreach (var text in texts.Values.SelectMany(words => words.Values))
        {
            Assert.DoesNotContain("'", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text.Split(". "), sentence => sentence.Split(' ').Length > 25);
        }
    }

    // By another node, so that nothing has to happen all those days.
    private async Task LaterAsync(int days) =>
        (_before, _provider) = (_provider, await _provider.AnotherAsync(new FakeTimeProvider(_provider.Clock.GetUtcNow().AddDays(days)), ("Verifiers:Offered", "simulated letter")));

    private async Task VouchedAsync(Guid? account = null, string given = "Alice", string family = "Archer")
    {
        var now = _provider.Clock.GetUtcNow();
        await _provider.Get<IdentityRecord>().AddAsync(account ?? _alice, "simulated", [new Evidence
        {
            Type = EvidenceType.ElectronicRecord,
            Kind = "simulated_record",
            Number = given,
            Scores = new(2, 2, 0, 1),
            Checks = [new(CheckMethods.Data, "Simulated", now)],
            Claims = new Dictionary<string, string> { [ClaimNames.GivenName] = given, [ClaimNames.FamilyName] = family, [ClaimNames.BirthDate] = "1984-02-29", [ClaimNames.Address] = Home },
        }], [], Cancellation);
    }

    private Task<IReadOnlyDictionary<string, string>> DetailsAsync(Guid? account = null) => _provider.Get<VerificationRoutes>().DetailsAsync(account ?? _alice, "letter", Cancellation);

    private Task<RunOutcome> BeginAsync(IReadOnlyDictionary<string, string> details, Guid? account = null) =>
        Verifications.BeginAsync(account ?? _alice, "letter", details, new RunPurpose("gpg45:low", null, "en"), Cancellation);

    // As far as the question for the code.
    private async Task<VerificationRun> PostedAsync(IReadOnlyDictionary<string, string>? details = null, Guid? account = null) =>
        await LookAsync(await SendAsync(Went(await BeginAsync(details ?? await DetailsAsync(account), account)), account: account), account);

    private async Task<VerificationRun> SendAgainAsync(VerificationRun run) => await LookAsync(await SendAsync(await TickAsync(run)));

    private Task<VerificationRun> SendAsync(VerificationRun run, string choice = "yes", Guid? account = null) => AnswerAsync(run, new StepAnswer.Fields(new Dictionary<string, string> { ["send"] = choice }), account);

    private Task<VerificationRun> TickAsync(VerificationRun run) => AnswerAsync(run, new StepAnswer.Fields(new Dictionary<string, string> { ["code"] = "", ["again"] = "true" }));

    private Task<VerificationRun> TypeAsync(VerificationRun run, string code) => AnswerAsync(run, Code(code));

    private Task<VerificationRun> LookAsync(VerificationRun run, Guid? account = null) => AnswerAsync(run, new StepAnswer.Look(), account);

    private async Task<VerificationRun> AnswerAsync(VerificationRun run, StepAnswer answer, Guid? account = null) =>
        Went(await Verifications.ContinueAsync(run.Id, new RunHolder.Owner(account ?? _alice), run.Version, answer, Cancellation));

    private async Task<VerificationRun> CurrentAsync() => (await Verifications.OfAccountAsync(_alice, Cancellation))[0];

    private static StepAnswer.Fields Code(string code) => new(new Dictionary<string, string> { ["code"] = code, ["again"] = "" });

    private static VerificationRun Went(RunOutcome outcome) => Assert.IsType<RunOutcome.Went>(outcome).Run;

    private async Task<string?> LevelAsync() => (await _provider.Get<IdentityRecord>().StandingAsync(_alice, "gpg45", Cancellation)).Granted?.Level.Name;

    private async Task<string> CodeAsync(VerificationRun? after = null) => CodePattern().Match((await LettersAsync(1))[0].Body) is { Success: true } found && after?.Status is null or RunStatus.Running
        ? found.Value
        : throw new InvalidOperationException("The letter has no code.");

    // The outbox delivers beside the test.
    private async Task<IReadOnlyList<MailboxMessage>> LettersAsync(int count)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            var letters = (await _provider.Get<Mailbox>().ListAsync(Cancellation)).Where(message => message.Channel is MessageChannel.Letter).ToList();
            if (letters.Count >= count)
                return letters;
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        throw new InvalidOperationException($"There are fewer than {count} letters.");
    }

    [GeneratedRegex("[0-9CDFGHJKMNPQRTVWXY]{5}-[0-9CDFGHJKMNPQRTVWXY]{5}")]
    private static partial Regex CodePattern();
}
