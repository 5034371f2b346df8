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

/// <summary>What strangers try costs the owner nothing, tells verifiers nothing of them, and leaves their record as it was.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public abstract class ReproofApartTests(StorageProvider provider) : ReproofTest(provider)
{
    [Fact]
    public async Task It_is_on_no_list_of_the_owner_and_nobody_but_its_browser_sees_answers_or_stops_it()
    {
        var alice = await ProvenAsync();
        var run = await BegunAsync(Attempt());

        Assert.Empty(await Verifications.OfAccountAsync(alice.Account.Id, Cancellation));
        RunHolder[] others = [new RunHolder.Owner(alice.Account.Id), new RunHolder.Recovery("another"), new RunHolder.Device("journey")];
        foreach (var other in others)
            Assert.Null(await Verifications.FindAsync(run.Id, other, Cancellation));
        Assert.False(await Verifications.CancelAsync(run.Id, alice.Account.Id, Cancellation));
        Assert.False(await Verifications.CancelAsync(run.Id, new RunHolder.Recovery("another"), Cancellation));
        Assert.Null(await Verifications.HandOffAsync(run.Id, alice.Account.Id, Cancellation));
        Assert.True(await Verifications.CancelAsync(run.Id, new RunHolder.Recovery("journey"), Cancellation));
        Assert.DoesNotContain(AuditEvents.VerificationCancelled, await alice.EventsAsync());
    }

    [Fact]
    public async Task A_strangers_tries_use_up_nothing_that_the_owner_may_begin()
    {
        var alice = await ProvenAsync();
        for (var times = 0; times < 5; times++)
            await BegunAsync(Attempt(journey: $"journey {times}"));

        var refused = Assert.IsType<RunOutcome.TooMany>(await BeginAsync(Attempt(journey: "sixth")));
        Assert.True(refused.RetryAt > Domain.Clock.GetUtcNow());

        for (var times = 0; times < 5; times++)
            await Verifications.CancelAsync((await BegunAsync(alice)).Id, alice.Account.Id, Cancellation);
        // Somebody elsewhere may be the owner.
        Assert.IsType<RunOutcome.Went>(await BeginAsync(Attempt(network: "198.51.100.1")));
    }

    [Fact]
    public async Task Tries_on_an_account_that_is_not_there_are_counted_alike()
    {
        Verifier.Clock = Domain.Clock.GetUtcNow;
        for (var times = 0; times < 5; times++)
            await BegunAsync(Attempt("nobody@example.test", $"journey {times}"));

        Assert.IsType<RunOutcome.TooMany>(await BeginAsync(Attempt("nobody@example.test")));
    }

    [Fact]
    public async Task The_record_stays_as_it_was_whatever_is_found()
    {
        var alice = await ProvenAsync();
        Finds(() => Proof(High, "Baker") with { Against = [new("document-stolen", "Test", Domain.Clock.GetUtcNow())] });
        await ProveAgainAsync(Attempt());
        Finds(() => Proof(High));
        await ProveAgainAsync(Attempt());

        var (evidence, against) = await Domain.Get<IdentityRecord>().HeldAsync(alice.Account.Id, Cancellation);
        Assert.Single(evidence);
        Assert.Empty(against);
        Assert.Equal([AuditEvents.EvidenceAdded, AuditEvents.RecoveryTried, AuditEvents.RecoveryTried], await alice.EventsAsync());
    }

    [Theory]
    [InlineData(AliceEmail, true)]
    [InlineData(AliceEmail, false)]
    [InlineData("nobody@example.test", false)]
    public async Task What_is_found_against_whoever_tries_is_recorded_for_operators_and_the_owner_keeps_their_level(string claim, bool proven)
    {
        var alice = await ProvenAsync();
        IReadOnlyList<ContraIndicator> against = [new("document-stolen", "Test", Domain.Clock.GetUtcNow()), new("likeness-not-matched", "Test", Domain.Clock.GetUtcNow())];
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer switch
        {
            null => ScriptedVerifier.Question,
            _ when proven => Proof(High) with { Against = against },
            _ => new VerificationStep.Refused(RefusalReason.LikenessNotMatched) { Against = against },
        });

        var run = await ProveAgainAsync(Attempt(claim));

        var found = await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Operator("identity-record"), AuditEvents.IndicatorFound, Cancellation);
        Assert.Equal(["document-stolen", "likeness-not-matched"], found.Select(one => one.Details["code"]).Order());
        Assert.All(found, one => Assert.Equal((claim == AliceEmail, run.ToString("D")), (one.Details["account"] == alice.Account.Id.ToString("D"), one.Details["recovery"])));
        Assert.Equal("high", (await StandingAsync(alice)).Granted?.Level.Name);
        Assert.DoesNotContain(AuditEvents.IndicatorFound, await alice.EventsAsync());
    }

    [Fact]
    public async Task A_verifier_hears_what_was_typed_and_the_same_of_every_account()
    {
        var alice = await ProvenAsync();
        await BegunAsync(alice);
        await BegunAsync(Attempt());
        await BegunAsync(Attempt(journey: "another"));
        await BegunAsync(Attempt("nobody@example.test"));

        var (own, first, again, nobody) = (Verifier.Sessions[0], Verifier.Sessions[1], Verifier.Sessions[2], Verifier.Sessions[3]);
        Assert.Equal((ClaimNames.FamilyName, "Typed"), (Assert.Single(first.Details).Key, first.Details[ClaimNames.FamilyName]));
        Assert.Equal(first.Person, again.Person); // So that what it counts adds up.
        Assert.Equal(3, new[] { own.Person, first.Person, nobody.Person }.Distinct().Count());
        Assert.Equal((LevelOfConfidence.VeryHigh, LevelOfConfidence.VeryHigh), (first.Wanted, nobody.Wanted));
    }

    [Fact]
    public async Task What_waits_for_days_goes_on_and_the_owner_hears_nothing_of_it()
    {
        await ProvenAsync();
        var until = Domain.Clock.GetUtcNow() + TimeSpan.FromDays(14);
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is StepAnswer.Delivered ? Proof(High)
            : new VerificationStep.Wait("question", until, TimeSpan.FromMinutes(1)) { Handle = "DESK-2345" });
        var run = await BegunAsync(Attempt());
        Domain.Clock.Advance(TimeSpan.FromDays(13));

        // The worker may be looking at this moment.
        for (var tries = 0; tries < 500 && await DeliverAsync() is not RunOutcome.Went; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);

        Assert.Equal(RunStatus.Proven, (await Verifications.FindAsync(run.Id, new RunHolder.Recovery("journey"), Cancellation))?.Status);
        Assert.IsType<ShowOutcome.Shown>(await CheckAsync(Attempt(), run.Id));
        Assert.DoesNotContain(await Domain.Get<Mailbox>().ListAsync(Cancellation),
            message => message.Subject is RunMessages.Waiting or RunMessages.Ending or RunMessages.NotProved);
    }

    [Fact]
    public async Task A_browser_that_was_sent_away_comes_back_by_its_own_way_once()
    {
        const string State = "a-state-that-nobody-guesses";
        var alice = await ProvenAsync();
        Verifier.Do = (_, answer, _) => Task.FromResult<VerificationStep>(answer is null ? new VerificationStep.Redirect(new("https://bank.example/authorize"), State) : Proof(High));
        var run = await BegunAsync(Attempt());

        Assert.IsType<RunOutcome.NotFound>(await BackAsync(State, new RunHolder.Owner(alice.Account.Id)));
        Assert.IsType<RunOutcome.NotFound>(await BackAsync(State, new RunHolder.Recovery("another")));
        Assert.IsType<RunOutcome.Went>(await BackAsync(State, new RunHolder.Recovery("journey")));
        Assert.IsType<RunOutcome.NotFound>(await BackAsync(State, new RunHolder.Recovery("journey")));
        Assert.IsType<ShowOutcome.Shown>(await CheckAsync(Attempt(), run.Id));
    }

    [Fact]
    public async Task It_is_offered_for_every_account_alike()
    {
        var alice = await CitizenAsync();

        Assert.True((await Domain.Get<HoldingsStore>().OfAsync(alice.Account.Id, Cancellation)).Provable);
        Assert.Equal("simulated", Assert.Single(await Again.WaysAsync(Cancellation)).Verifier.Manifest.Name);
    }

    private Task<RunOutcome> DeliverAsync() => Verifications.DeliverAsync("simulated", "desk2345", "staff:1", new Dictionary<string, string>(), Cancellation);

    private Task<RunOutcome> BackAsync(string state, RunHolder holder) =>
        Verifications.CallbackAsync(state, holder, new Dictionary<string, string> { ["code"] = "c" }, Cancellation);

    public sealed class OnSqlite() : ReproofApartTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ReproofApartTests(StorageProvider.Postgres);
}
