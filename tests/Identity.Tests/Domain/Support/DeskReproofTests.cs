using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Limits;
using Identity.Domain.Recovery;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Storage;
using Identity.Domain.Support.Desk;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>Somebody at a desk confirms whoever wants back into an account: never alone, and never for an account of their own.</summary>
[Spec("NIST SP 800-63B-4", "4.2.2.2")]
public abstract class DeskReproofTests(StorageProvider storage) : DeskTest(storage)
{
    [Fact]
    public async Task It_takes_two_of_them_whatever_the_account_has()
    {
        await TestEvidence.ProveAsync(Provider.Services, Alice, new(3, 2, 0, 0, 3));
        var attempt = Attempt("alice@example.test");
        var run = await WaitingAsync(attempt);

        Assert.IsType<DeskOutcome.SecondNeeded>(await ConfirmAsync(run, Passport));
        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(attempt, run));
        var second = await NowAsync(attempt, run);
        Refused(DeskConflict.Already, await OpenAsync(Code(second)));
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(second, Passport, await Staff.HireAsync("desk")));

        Assert.Equal(new ShowOutcome.Shown(Alice), await CheckAsync(attempt, run));
        // Its owner reads of each of them.
        Assert.Equal(2, (await HistoryAsync(AuditSubject.Account(Alice))).Count(entry => entry.Event == AuditEvents.DeskCompared));
    }

    [Fact]
    public async Task Nobody_confirms_a_way_back_into_their_own_account()
    {
        var own = await Provider.CreateAccountAsync("bella@example.test");
        var run = await WaitingAsync(Attempt("bella@example.test"));

        Refused(DeskConflict.Own, await OpenAsync(Code(run)));

        Assert.Contains(await HistoryAsync(AuditSubject.Account(own)), entry => entry.Event == AuditEvents.DeskRefused && entry.Detail("conflict") == "Own");
        Assert.True(await Verifications.IsOwnAsync("in-person", Code(run), own, Cancellation));
    }

    [Fact]
    public async Task A_way_back_into_no_account_is_confirmed_alike_and_leads_nowhere()
    {
        var attempt = Attempt("nobody@example.test");
        var run = await WaitingAsync(attempt);

        Assert.IsType<DeskOutcome.SecondNeeded>(await ConfirmAsync(run, Passport));
        Assert.IsType<DeskOutcome.Done>(await ConfirmAsync(await NowAsync(attempt, run), Passport, await Staff.HireAsync("desk")));

        Assert.IsType<ShowOutcome.Wrong>(await CheckAsync(attempt, run));
    }

    private static RecoveryAttempt Attempt(string claim) => new("journey", new RecoveryClaim(claim), Network.Of(IPAddress.Parse("192.0.2.7")), "en");

    private async Task<VerificationRun> WaitingAsync(RecoveryAttempt attempt) => Went(await Provider.Get<ByIdentity>().BeginAsync(attempt, "in-person", new Dictionary<string, string>
    {
        [ClaimNames.GivenName] = "Alice",
        [ClaimNames.FamilyName] = "Archer",
        [ClaimNames.BirthDate] = "1984-02-29",
        [ClaimNames.Address] = Address,
    }, Cancellation));

    private async Task<VerificationRun> NowAsync(RecoveryAttempt attempt, VerificationRun run) =>
        await Verifications.FindAsync(run.Id, new RunHolder.Recovery(attempt.Journey), Cancellation) ?? throw new InvalidOperationException("It is gone.");

    private Task<ShowOutcome> CheckAsync(RecoveryAttempt attempt, VerificationRun run) => Provider.Get<ByIdentity>().CheckAsync(attempt, [run.Id], Cancellation);

    public sealed class OnSqlite() : DeskReproofTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : DeskReproofTests(StorageProvider.Postgres);
}
