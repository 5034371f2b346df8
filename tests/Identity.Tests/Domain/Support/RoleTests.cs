using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;

namespace Identity.Tests.Domain.Support;

/// <summary>A role is given by two people, neither of them the one who gets it, and not for ever.</summary>
public abstract class RoleTests(StorageProvider provider) : SupportTest(provider)
{
    private RoleAssignments Roles => Domain.Get<RoleAssignments>();

    [Fact]
    public async Task One_proposes_and_another_approves()
    {
        var (ada, ben) = await OperatorsAsync();
        var agent = await Staff.HireAsync("agent");

        Assert.True(await Roles.ProposeAsync(ada, agent.Id, "supervisor", Cancellation));
        Assert.Equal("agent", (await Staff.SessionAsync(agent)).Staff.Role);
        Assert.True(await Roles.ApproveAsync(ben, await WaitingAsync(), Cancellation));

        Assert.Equal("supervisor", (await Staff.SessionAsync(agent)).Staff.Role);
        Assert.Empty(await Roles.WaitingAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_proposes_does_not_approve()
    {
        var (ada, _) = await OperatorsAsync();
        var agent = await Staff.HireAsync("agent");
        await Roles.ProposeAsync(ada, agent.Id, "supervisor", Cancellation);

        Assert.False(await Roles.ApproveAsync(ada, await WaitingAsync(), Cancellation));
        Assert.Equal("agent", (await Staff.SessionAsync(agent)).Staff.Role);
    }

    [Fact]
    public async Task Nobody_proposes_or_approves_a_role_of_their_own()
    {
        var (ada, ben) = await OperatorsAsync();

        Assert.False(await Roles.ProposeAsync(ada, ada.Id, "supervisor", Cancellation));
        Assert.True(await Roles.ProposeAsync(ben, ada.Id, "supervisor", Cancellation));
        Assert.False(await Roles.ApproveAsync(ada, await WaitingAsync(), Cancellation));
        Assert.Equal(RoleTable.Operator, (await Staff.SessionAsync((await Staff.FoundAsync()).First)).Staff.Role);
    }

    [Fact]
    public async Task An_approval_counts_once_and_not_after_the_proposal_is_over()
    {
        var (ada, ben) = await OperatorsAsync();
        var agent = await Staff.HireAsync("agent");
        await Roles.ProposeAsync(ada, agent.Id, "supervisor", Cancellation);
        var proposal = await WaitingAsync();
        Assert.True(await Roles.ApproveAsync(ben, proposal, Cancellation));
        Assert.False(await Roles.ApproveAsync(ben, proposal, Cancellation));

        await Roles.ProposeAsync(ada, agent.Id, "senior", Cancellation);
        var late = await WaitingAsync();
        Domain.Clock.Advance(RoleAssignments.Waits);

        Assert.False(await Roles.ApproveAsync(ben, late, Cancellation));
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_counts()
    {
        var (ada, ben) = await OperatorsAsync();
        var third = (await Staff.SessionAsync(await Staff.HireAsync(RoleTable.Operator))).Staff;
        var agent = await Staff.HireAsync("agent");
        await Roles.ProposeAsync(ada, agent.Id, "supervisor", Cancellation);
        var proposal = await WaitingAsync();

        var approved = await Task.WhenAll(Roles.ApproveAsync(ben, proposal, Cancellation), Roles.ApproveAsync(third, proposal, Cancellation));

        Assert.Single(approved, done => done);
    }

    [Fact]
    public async Task A_declined_role_cannot_be_approved()
    {
        var (ada, ben) = await OperatorsAsync();
        var agent = await Staff.HireAsync("agent");
        await Roles.ProposeAsync(ada, agent.Id, "supervisor", Cancellation);
        var proposal = await WaitingAsync();

        Assert.True(await Roles.DeclineAsync(ben, proposal, Cancellation));
        Assert.False(await Roles.ApproveAsync(ben, proposal, Cancellation));
    }

    [Fact]
    public async Task A_role_ends_by_itself_after_ninety_days()
    {
        var agent = await Staff.HireAsync("agent");
        Domain.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Null((await Directory.FindAsync(agent.Id, Cancellation))!.Role); // Still here.
    }

    [Fact]
    public async Task A_role_that_is_none_is_refused()
    {
        var (ada, _) = await OperatorsAsync();
        var agent = await Staff.HireAsync("agent");

        Assert.False(await Roles.ProposeAsync(ada, agent.Id, "root", Cancellation));
    }

    private async Task<Guid> WaitingAsync() => Assert.Single(await Roles.WaitingAsync(Cancellation)).Id;

    private async Task<(StaffMember Ada, StaffMember Ben)> OperatorsAsync()
    {
        var (ada, ben) = await Staff.FoundAsync();
        return ((await Staff.SessionAsync(ada)).Staff, (await Staff.SessionAsync(ben)).Staff);
    }
}

public sealed class SqliteRoleTests() : RoleTests(StorageProvider.Sqlite);

public sealed class PostgresRoleTests() : RoleTests(StorageProvider.Postgres);
