using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Domain.Support.Roles;
using Identity.Domain.Support.Staff;
using Identity.Testing;

namespace Identity.Tests.Domain.Support;

/// <summary>Nobody comes in by themselves, and nobody is let in by one person alone.</summary>
public abstract class JoiningTests(StorageProvider provider) : SupportTest(provider)
{
    [Fact]
    public async Task The_first_two_operators_are_each_others_witness()
    {
        var (first, second) = await Staff.FoundAsync();

        foreach (var operatorOf in new[] { first, second })
        {
            var session = await Staff.SessionAsync(operatorOf);
            Assert.Equal((StaffStage.In, RoleTable.Operator), (session.Stage, session.Staff.Role));
            Assert.True(session.May(Permission.ManageRoles));
        }
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task Enrolled_and_not_witnessed_nobody_may_do_anything()
    {
        var invited = await PairAsync();
        var ada = await Staff.EnrolAsync(invited[0]);

        var session = await Staff.SessionAsync(ada);

        Assert.Equal(StaffStage.Enrolled, session.Stage);
        Assert.Empty(session.Permissions);
        Assert.Empty(await Directory.WaitingForAsync(session, Cancellation));
    }

    [Fact]
    public async Task Nobody_is_their_own_witness()
    {
        var ada = await Staff.EnrolAsync((await PairAsync())[0]);

        Assert.False(await Staff.WitnessAsync(ada, ada));
        Assert.Equal(StaffStage.Enrolled, (await Staff.SessionAsync(ada)).Stage);
    }

    [Fact]
    public async Task A_third_person_cannot_stand_in_for_the_witness_who_is_named()
    {
        await Staff.FoundAsync();
        var agent = await Staff.HireAsync("agent");
        var invited = await Invitations.InvitePairAsync(
            TestStaff.Invitee("cora@staff.test", "Cora", RoleTable.Operator), TestStaff.Invitee("dan@staff.test", "Dan", RoleTable.Operator), AuditSubject.Operator("host"), Cancellation);
        var cora = await Staff.EnrolAsync(invited[0]);

        Assert.False(await Staff.WitnessAsync(agent, cora));
        Assert.False(await Staff.WitnessAsync((await Staff.FoundAsync()).First, cora));
    }

    [Fact]
    public async Task Whoever_invites_does_not_witness_and_so_brings_in_nobody_alone()
    {
        var (ada, ben) = await Staff.FoundAsync();
        var guest = await Staff.EnrolAsync(await Invitations.InviteAsync(TestStaff.Invitee("eve@staff.test", "Eve", RoleTable.Operator), AuditSubject.Staff(ada.Id), Cancellation));

        Assert.False(await Staff.WitnessAsync(ada, guest));
        Assert.Empty((await Staff.SessionAsync(guest)).Permissions);

        Assert.True(await Staff.WitnessAsync(ben, guest));
        Assert.Equal(RoleTable.Operator, (await Staff.SessionAsync(guest)).Staff.Role);
    }

    [Fact]
    public async Task Only_whoever_may_manage_staff_witnesses()
    {
        var (ada, _) = await Staff.FoundAsync();
        var agent = await Staff.HireAsync("agent");
        var guest = await Staff.EnrolAsync(await Invitations.InviteAsync(TestStaff.Invitee("eve@staff.test", "Eve", "agent"), AuditSubject.Staff(ada.Id), Cancellation));

        Assert.False(await Staff.WitnessAsync(agent, guest));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var invited = Assert.IsType<InviteOutcome.Invited>((await PairAsync())[0]);

        Assert.NotNull(await Domain.Get<StaffSessions>().RedeemAsync(invited.Code, Cancellation));
        Assert.Null(await Domain.Get<StaffSessions>().RedeemAsync(invited.Code, Cancellation));
    }

    [Fact]
    public async Task A_code_is_over_after_a_day()
    {
        var invited = Assert.IsType<InviteOutcome.Invited>((await PairAsync())[0]);
        Domain.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Null(await Domain.Get<StaffSessions>().RedeemAsync(invited.Code, Cancellation));
    }

    [Fact]
    public async Task A_guessed_code_opens_nothing()
    {
        await PairAsync();

        Assert.Null(await Domain.Get<StaffSessions>().RedeemAsync(InvitationCode.Create(), Cancellation));
    }

    [Fact]
    public async Task A_pair_is_invited_together_or_not_at_all()
    {
        await PairAsync();

        var again = await Invitations.InvitePairAsync(
            TestStaff.Invitee("new@staff.test", "New", RoleTable.Operator), TestStaff.Invitee("ada@staff.test", "Ada", RoleTable.Operator), AuditSubject.Operator("host"), Cancellation);

        Assert.All(again, outcome => Assert.IsType<InviteOutcome.AlreadyHere>(outcome));
        Assert.DoesNotContain(await Directory.ListAsync(Cancellation), member => member.Name == "New");
    }

    [Fact]
    public async Task The_text_two_people_compare_is_of_the_passkeys_and_of_nothing_else()
    {
        var (ada, ben) = await Staff.FoundAsync();

        Assert.NotEqual(await Directory.MarkAsync(ada.Id, Cancellation), await Directory.MarkAsync(ben.Id, Cancellation));
        Assert.Equal(await Directory.MarkAsync(ada.Id, Cancellation), await Directory.MarkAsync(ada.Id, Cancellation));
    }

    [Fact]
    public async Task Lost_passkeys_stop_at_once_and_coming_back_needs_another_person()
    {
        var (ada, ben) = await Staff.FoundAsync();
        var agent = await Staff.HireAsync("agent");
        var lost = (await Directory.FindAsync(agent.Id, Cancellation))!; // Just hired.

        var renewed = await Invitations.RenewAsync((await Staff.SessionAsync(ada)).Staff, lost, Cancellation);

        Assert.Null(await Staff.FindAsync(agent));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Staff.ReturnAsync(agent));
        var back = await Staff.EnrolAsync(renewed);
        Assert.False(await Staff.WitnessAsync(ada, back));
        Assert.Empty((await Staff.SessionAsync(back)).Permissions);
        Assert.True(await Staff.WitnessAsync(ben, back));
        Assert.Equal("agent", (await Staff.SessionAsync(back)).Staff.Role);
    }

    [Fact]
    public async Task Whoever_leaves_is_out_at_once()
    {
        var (ada, _) = await Staff.FoundAsync();
        var agent = await Staff.HireAsync("agent");

        Assert.True(await Directory.EndAsync((await Staff.SessionAsync(ada)).Staff, agent.Id, Cancellation));

        Assert.Null(await Staff.FindAsync(agent));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Staff.ReturnAsync(agent));
    }

    [Fact]
    public async Task The_last_operator_stays_and_nobody_ends_themselves()
    {
        var (ada, ben) = await Staff.FoundAsync();
        var own = (await Staff.SessionAsync(ada)).Staff;

        Assert.False(await Directory.EndAsync(own, ada.Id, Cancellation));
        Assert.True(await Directory.EndAsync(own, ben.Id, Cancellation));
        Assert.Equal(1, await Invitations.OperatorsAsync(Cancellation));
    }

    private Task<IReadOnlyList<InviteOutcome>> PairAsync() => Invitations.InvitePairAsync(
        TestStaff.Invitee("ada@staff.test", "Ada", RoleTable.Operator), TestStaff.Invitee("ben@staff.test", "Ben", RoleTable.Operator), AuditSubject.Operator("host"), Cancellation);
}

public sealed class SqliteJoiningTests() : JoiningTests(StorageProvider.Sqlite);

public sealed class PostgresJoiningTests() : JoiningTests(StorageProvider.Postgres);
