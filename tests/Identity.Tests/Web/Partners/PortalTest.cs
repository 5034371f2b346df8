using Identity.Domain.Accounts;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Partners;

/// <summary>A provider, an organisation, and people who belong to it.</summary>
public abstract class PortalTest : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    private int _hired;

    /// <summary>The owner of the organisation.</summary>
    protected Membership Owner { get; private set; } = null!; // As above.

    protected string Place => $"/developers/organisations/{Owner.Organisation.Id:D}";

    /// <summary>Settings that a class of tests needs.</summary>
    protected virtual IReadOnlyList<(string Key, string Value)> Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(StorageProvider.Sqlite, [("Limits:PerNetwork", "100000"), .. Settings]);
        Owner = await OrganisationAsync("owner@partner.test", "Riverside Council");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Provider.DisposeAsync();
    }

    /// <summary>The browser of somebody who has signed in with a passkey just now.</summary>
    protected async Task<TestBrowser> AtAsync(Guid account, params IReadOnlyList<ProofMethod> by)
    {
        var browser = Provider.Browser();
        IReadOnlyList<ProofMethod> proofs = by.Count == 0 ? [ProofMethod.PasskeySynced] : by;
        await Provider.SignInAsync(browser, account, proofs);
        return browser;
    }

    protected Task<TestBrowser> AtAsync(Membership member) => AtAsync(member.AccountId);

    protected async Task<Membership> OrganisationAsync(string email, string name)
    {
        var account = await Provider.CreateAccountAsync(email);
        var made = await Provider.Get<OrganisationStore>().CreateAsync(account, name, Cancellation);
        return await PlaceAsync(made!.Id, account); // Nobody has made so many.
    }

    /// <summary>Somebody who joins the organisation.</summary>
    protected async Task<Membership> HireAsync(PartnerRole role)
    {
        var account = await Provider.CreateAccountAsync($"{role}-{++_hired}@partner.test");
        var key = "";
        await Provider.Get<Invitations>().InviteAsync(Owner, EmailAddress.Parse("colleague@partner.test"), role, made => new Uri($"https://identity.test/{key = made}"), "en", Cancellation);
        Assert.Equal(JoinOutcome.Joined, await Provider.Get<Invitations>().AcceptAsync(key, account, Cancellation));
        return await PlaceAsync(Owner.Organisation.Id, account);
    }

    private async Task<Membership> PlaceAsync(Guid organisation, Guid account) =>
        await Provider.Get<OrganisationStore>().FindAsync(organisation, account, Cancellation) ?? throw new InvalidOperationException("They do not belong to it.");
}
