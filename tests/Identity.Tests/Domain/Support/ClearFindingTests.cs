using Identity.Domain.Storage;
using Identity.Domain.Support;
using Identity.Domain.Support.Actions;
using Identity.Domain.Support.Cases;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>Something was found against Alice's proof, and two of staff who have looked say that nothing is wrong.</summary>
public abstract class ClearFindingTests(StorageProvider provider) : ActingTest(provider)
{
    private IdentityRecord Record => Domain.Get<IdentityRecord>();

    [Fact]
    public async Task Two_who_have_looked_clear_it_after_a_day()
    {
        var finding = await FoundAsync();
        Assert.Equal((null, true), (await LevelAsync(), (await Record.StandingAsync(Alice, "gpg45", Cancellation)).IsHeldBack));

        // Nobody comes into the account by it, so nobody has to call.
        Assert.IsType<ActOutcome.Drawn>(await AskAsync(SupportAction.ClearFinding, finding.Id));
        Assert.Equal(CaseKind.Proof, Assert.Single(await Domain.Get<CaseBook>().QueueAsync(Cancellation)).Kind);
        Assert.True(await ApproveAsync(Colleague, Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id));
        Assert.Null(await LevelAsync());
        await CoolAsync();

        Assert.Equal("high", await LevelAsync());
        Assert.Empty(await ListAsync());
        Assert.Single(await ToldAsync(SupportMessages.FindingCleared));
    }

    [Fact]
    public async Task Its_owner_can_stop_it()
    {
        var finding = await FoundAsync();
        await AskAsync(SupportAction.ClearFinding, finding.Id);
        await ApproveAsync(Colleague, Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id);

        await Changes.StopAsync(await TokenAsync(SupportMessages.ClearingAsked), Cancellation);
        await CoolAsync();

        Assert.Null(await LevelAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_cleared()
    {
        await FoundAsync();
        await AskAsync(SupportAction.ClearFinding, Guid.CreateVersion7(Domain.Clock.GetUtcNow()));
        await ApproveAsync(Colleague, Assert.Single(await Drawn.WaitingForAsync(await Staff.SessionAsync(Colleague), Cancellation)).Id);

        await CoolAsync();

        Assert.Null(await LevelAsync());
        Assert.Empty(await ToldAsync(SupportMessages.FindingCleared));
    }

    [Fact]
    public async Task It_is_shown_to_whoever_opened_the_account_alone()
    {
        await FoundAsync();

        Assert.Equal("unheard-of", Assert.Single(await ListAsync()).Code);
        Assert.Empty(await Domain.Get<ProofFindings>().ListAsync(await Staff.SessionAsync(Colleague), Look, Cancellation));
    }

    private async Task<Finding> FoundAsync()
    {
        await CallAsync();
        var now = Domain.Clock.GetUtcNow();
        await Record.AddAsync(Alice, "simulated", [TestEvidence.Passport(now)], [new ContraIndicator("unheard-of", "Somebody", now)], Cancellation);
        return Assert.Single(await ListAsync());
    }

    private async Task<IReadOnlyList<Finding>> ListAsync() => await Domain.Get<ProofFindings>().ListAsync(await Staff.SessionAsync(Agent), await LookAsync(Agent), Cancellation);

    private async Task<string?> LevelAsync() => (await Record.StandingAsync(Alice, "gpg45", Cancellation)).Granted is { Level: { IsOpenToAll: false } level } ? level.Name : null;

    public sealed class OnSqlite() : ClearFindingTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ClearFindingTests(StorageProvider.Postgres);
}
