using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Cases;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Tests.Domain.Credentials;
using Identity.Tests.Domain.Verification.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Tests.Domain.Support;

/// <summary>Alice could not prove who she is, and asks a person to look at it.</summary>
public abstract class AppealTests(StorageProvider provider) : SupportTest(provider)
{
    private const string Words = "the picture was sharp, and I am the person on it";

    private readonly ScriptedVerifier _verifier = new();

    private Appeals Appeals => Domain.Get<Appeals>();

    private CaseWork Work => Domain.Get<CaseWork>();

    protected override void Configure(IServiceCollection services) => services.AddSingleton(_verifier.Offered);

    [Fact]
    public async Task It_waits_for_anybody_and_says_what_she_thinks()
    {
        var alice = await RefusedAsync();
        var agent = await Staff.HireAsync("agent");

        var appeal = await Appeals.AskAsync(alice.Session, Words, Cancellation);

        Assert.NotNull(appeal);
        Assert.Equal(appeal, await Appeals.FindAsync(alice.Account.Id, Cancellation));
        var queued = Assert.Single(await Domain.Get<CaseBook>().QueueAsync(Cancellation));
        Assert.Equal((appeal.Reference, CaseKind.Proof, CaseWait.Anybody, appeal.DueAt), (queued.Reference, queued.Kind, queued.Wait, queued.DueAt));
        var shown = await Domain.Get<CaseBook>().FindAsync(await Staff.SessionAsync(agent), appeal.Reference, Cancellation);
        Assert.Equal(("", Words), (Assert.Single(shown!.Notes).Sign, shown.Notes[0].Words)); // It is in the queue.
        Assert.Single(await ToldAsync(SupportMessages.Appealed));
        Assert.Single(await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Account(alice.Account.Id), AuditEvents.Appealed, Cancellation));
    }

    [Theory]
    [InlineData(CaseEnding.Solved, SupportMessages.AppealSolved)]
    [InlineData(CaseEnding.Nothing, SupportMessages.AppealKept)]
    public async Task She_has_an_answer_and_may_ask_again_after_it(CaseEnding ending, string told)
    {
        var alice = await RefusedAsync();
        var agent = await Staff.SessionAsync(await Staff.HireAsync("agent"));
        var appeal = await Appeals.AskAsync(alice.Session, Words, Cancellation);
        Assert.Equal(CaseOutcome.Done, await Work.TakeAsync(agent, appeal!.Reference, Cancellation)); // She may ask.

        Assert.Equal(CaseOutcome.Done, await Work.CloseAsync(agent, appeal.Reference, ending, "looked at the picture and the log", Cancellation));

        Assert.Single(await ToldAsync(told));
        Assert.Null(await Appeals.FindAsync(alice.Account.Id, Cancellation));
        Assert.NotEqual(appeal.Reference, (await Appeals.AskAsync(alice.Session, Words, Cancellation))?.Reference);
    }

    [Fact]
    public async Task Asked_twice_or_at_once_it_is_one()
    {
        var alice = await RefusedAsync();

        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Appeals.AskAsync(alice.Session, Words, Cancellation), Cancellation)));

        Assert.Single(asked.Distinct());
        Assert.Single(await Domain.Get<CaseBook>().QueueAsync(Cancellation));
        Assert.Single(await ToldAsync(SupportMessages.Appealed));
    }

    [Fact]
    public async Task Of_nothing_that_was_refused_nobody_asks()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        Assert.False(await Appeals.MayAskAsync(alice.Account.Id, Cancellation));
        Assert.Null(await Appeals.AskAsync(alice.Session, Words, Cancellation));
        Assert.Empty(await Domain.Get<CaseBook>().QueueAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_too_long_is_not_kept()
    {
        var alice = await RefusedAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Appeals.AskAsync(alice.Session, new string('x', Appeals.MostWords + 1), Cancellation));
    }

    private async Task<SignedInCitizen> RefusedAsync()
    {
        _verifier.Clock = Domain.Clock.GetUtcNow;
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var run = Assert.IsType<RunOutcome.Went>(await Domain.Get<Verifications>().BeginAsync(alice.Account.Id, "simulated",
            new Dictionary<string, string> { [ClaimNames.FamilyName] = "Archer", [ClaimNames.Email] = "alice@example.test" }, new RunPurpose("gpg45:high", null, "en"), Cancellation)).Run;
        _verifier.Do = (_, _, _) => Task.FromResult<VerificationStep>(new VerificationStep.Refused(RefusalReason.LikenessNotMatched));
        await Domain.Get<Verifications>().ContinueAsync(run.Id, new RunHolder.Owner(alice.Account.Id), run.Version,
            new StepAnswer.Fields(new Dictionary<string, string> { ["number"] = "HIGH1", ["when"] = "", ["which"] = "" }), Cancellation);
        return alice;
    }

    public sealed class OnSqlite() : AppealTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AppealTests(StorageProvider.Postgres);
}
