using Identity.Domain.Accounts;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Storage;

namespace Identity.Tests.Domain.Partners.Organisations;

/// <summary>Who belongs to a partner's organisation, whatever they do at once.</summary>
public abstract class OrganisationTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private OrganisationStore Organisations => Domain.Get<OrganisationStore>();

    private Colleagues People => Domain.Get<Colleagues>();

    private Invitations Invitations => Domain.Get<Invitations>();

    [Fact]
    public async Task Whoever_creates_one_owns_it()
    {
        var alice = await AccountAsync("alice");
        var made = await CreateAsync(alice);

        var place = await Organisations.FindAsync(made.Organisation.Id, alice, Cancellation);

        Assert.Equal(PartnerRole.Owner, place?.Role);
        Assert.Equal(made.Organisation, Assert.Single(await Organisations.ListAsync(alice, Cancellation)).Organisation);
    }

    [Fact]
    public async Task It_is_nothing_to_anybody_else()
    {
        var made = await CreateAsync(await AccountAsync("alice"));
        var mallory = await AccountAsync("mallory");

        Assert.Null(await Organisations.FindAsync(made.Organisation.Id, mallory, Cancellation));
        Assert.Empty(await Organisations.ListAsync(mallory, Cancellation));
    }

    [Fact]
    public async Task Nobody_creates_more_than_so_many_a_day()
    {
        var alice = await AccountAsync("alice");
        for (var made = 0; made < PartnerOrganisation.MostADay; made++)
            await CreateAsync(alice);

        Assert.Null(await Organisations.CreateAsync(alice, "One more", Cancellation));
        Domain.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.NotNull(await Organisations.CreateAsync(alice, "One more", Cancellation));
    }

    [Fact]
    public async Task An_invitation_counts_once_and_gives_the_role_it_names()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));
        var key = await InviteAsync(owner, PartnerRole.Developer);
        var (bob, carol) = (await AccountAsync("bob"), await AccountAsync("carol"));

        Assert.Equal(JoinOutcome.Joined, await Invitations.AcceptAsync(key, bob, Cancellation));
        Assert.Equal(JoinOutcome.Over, await Invitations.AcceptAsync(key, carol, Cancellation));
        Assert.Equal(PartnerRole.Developer, (await Organisations.FindAsync(owner.Organisation.Id, bob, Cancellation))?.Role);
        Assert.Null(await Organisations.FindAsync(owner.Organisation.Id, carol, Cancellation));
    }

    [Fact]
    public async Task Two_who_take_one_invitation_at_once_do_not_both_join()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));
        var key = await InviteAsync(owner, PartnerRole.Viewer);
        var takers = new[] { await AccountAsync("bob"), await AccountAsync("carol") };

        var outcomes = await Task.WhenAll(takers.Select(taker => Invitations.AcceptAsync(key, taker, Cancellation)));

        Assert.Equal([JoinOutcome.Joined, JoinOutcome.Over], outcomes.Order());
        Assert.Equal(2, (await People.ListAsync(owner.Organisation.Id, Cancellation)).Count);
    }

    [Fact]
    public async Task An_invitation_that_is_withdrawn_or_a_week_old_counts_no_more()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));
        var bob = await AccountAsync("bob");
        var withdrawn = await InviteAsync(owner, PartnerRole.Viewer);
        await Invitations.WithdrawAsync(owner, Assert.Single(await Invitations.ListAsync(owner.Organisation.Id, Cancellation)).Id, Cancellation);
        Assert.Equal(JoinOutcome.Over, await Invitations.AcceptAsync(withdrawn, bob, Cancellation));

        var old = await InviteAsync(owner, PartnerRole.Viewer);
        Domain.Clock.Advance(Invitations.Life);
        Assert.Equal(JoinOutcome.Over, await Invitations.AcceptAsync(old, bob, Cancellation));
        Assert.Empty(await Invitations.ListAsync(owner.Organisation.Id, Cancellation));
    }

    [Fact]
    public async Task Somebody_elses_invitation_cannot_be_withdrawn()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));
        var other = await CreateAsync(await AccountAsync("mallory"));
        await InviteAsync(owner, PartnerRole.Viewer);
        var open = Assert.Single(await Invitations.ListAsync(owner.Organisation.Id, Cancellation));

        await Invitations.WithdrawAsync(other, open.Id, Cancellation);

        Assert.Single(await Invitations.ListAsync(owner.Organisation.Id, Cancellation));
    }

    [Fact]
    public async Task The_last_owner_cannot_leave_nor_become_less()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));

        Assert.False(await People.RemoveAsync(owner, owner.AccountId, Cancellation));
        Assert.False(await People.SetRoleAsync(owner, owner.AccountId, PartnerRole.Viewer, Cancellation));
        Assert.Equal(PartnerRole.Owner, (await Organisations.FindAsync(owner.Organisation.Id, owner.AccountId, Cancellation))?.Role);
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var first = await CreateAsync(await AccountAsync($"alice{round}"));
            var second = await JoinAsync(first, $"bob{round}", PartnerRole.Owner);

            var done = await Task.WhenAll(
                People.RemoveAsync(first, second.AccountId, Cancellation), People.RemoveAsync(second, first.AccountId, Cancellation));

            Assert.Single(done, true);
            Assert.Single(await People.ListAsync(first.Organisation.Id, Cancellation), person => person.Role is PartnerRole.Owner);
        }
    }

    [Fact]
    public async Task Whoever_is_no_owner_any_more_changes_nobody()
    {
        var first = await CreateAsync(await AccountAsync("alice"));
        var second = await JoinAsync(first, "bob", PartnerRole.Owner);
        var third = await JoinAsync(first, "carol", PartnerRole.Viewer);
        Assert.True(await People.SetRoleAsync(first, second.AccountId, PartnerRole.Developer, Cancellation));

        Assert.False(await People.SetRoleAsync(second, third.AccountId, PartnerRole.Owner, Cancellation));
        Assert.False(await People.RemoveAsync(second, first.AccountId, Cancellation));
    }

    [Fact]
    public async Task Anybody_goes_by_themselves()
    {
        var owner = await CreateAsync(await AccountAsync("alice"));
        var viewer = await JoinAsync(owner, "bob", PartnerRole.Viewer);

        Assert.True(await People.RemoveAsync(viewer, viewer.AccountId, Cancellation));
        Assert.Null(await Organisations.FindAsync(owner.Organisation.Id, viewer.AccountId, Cancellation));
    }

    private async Task<Membership> JoinAsync(Membership owner, string name, PartnerRole role)
    {
        var account = await AccountAsync(name);
        Assert.Equal(JoinOutcome.Joined, await Invitations.AcceptAsync(await InviteAsync(owner, role), account, Cancellation));
        return (await Organisations.FindAsync(owner.Organisation.Id, account, Cancellation))!; // Has just joined.
    }

    private async Task<string> InviteAsync(Membership owner, PartnerRole role)
    {
        var key = "";
        Assert.True(await Invitations.InviteAsync(owner, EmailAddress.Parse("colleague@example.test"), role, made => new Uri($"https://identity.test/{key = made}"), "en", Cancellation));
        return key;
    }

    private async Task<Membership> CreateAsync(Guid account)
    {
        var made = await Organisations.CreateAsync(account, "Riverside Council", Cancellation);
        return (await Organisations.FindAsync(made!.Id, account, Cancellation))!; // Has just been made.
    }

    private async Task<Guid> AccountAsync(string name) =>
        ((CreateOutcome.Created)await Domain.Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse($"{name}@example.test")), "violet-kettle-harbour", Cancellation)).AccountId;
}

public sealed class OrganisationSqliteTests() : OrganisationTests(StorageProvider.Sqlite);

public sealed class OrganisationPostgresTests() : OrganisationTests(StorageProvider.Postgres);
