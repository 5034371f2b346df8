using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Limits;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.SignInIds;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Domain.Accounts;
using Identity.Tests.Domain.Credentials;
using Ids = Identity.Domain.SignInIds.SignInIds;

namespace Identity.Tests.Domain.SignInIds;

/// <summary>An account with a sign-in ID and nothing that a message could go to.</summary>
public abstract class AccountWithoutEmailTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private static readonly SignInId Id = SignInId.Read("tulip-marble-window-42")!; // Every word is on the list.
    private static readonly Network Home = Network.Of(IPAddress.Parse("192.0.2.7"));

    private PasswordSignIn SignIn => Domain.Get<PasswordSignIn>();

    [Fact]
    public async Task It_is_signed_in_to_by_the_ID_however_it_is_typed()
    {
        var account = await CreateAsync();

        Assert.Equal(new PasswordOutcome.Correct(account), await TryAsync("Tulip marble window 42", NewAccounts.Password));
        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync(Id.Text, "not-the-password-of-alice"));
    }

    [Fact]
    public async Task It_is_found_by_the_ID()
    {
        var account = await CreateAsync();

        var found = await Domain.Get<Ids>().FindAsync(" TULIP marble window 42", Cancellation);

        Assert.Equal((account, null, Id.Text, Id.Text), (found?.Id, found?.Email, found?.SignInId, found?.Identifier));
        Assert.Null(await Domain.Get<Ids>().FindAsync("marble-tulip-window-42", Cancellation));
    }

    [Fact]
    public async Task An_ID_that_has_an_account_gets_no_other()
    {
        await CreateAsync();

        Assert.Equal(new CreateOutcome.EmailTaken(), await Domain.Get<AccountStore>().CreateAsync(New, NewAccounts.Password, Cancellation));
    }

    [Fact]
    public async Task Known_or_not_an_ID_costs_the_same_statements()
    {
        await CreateAsync();
        using var statements = new StatementRecorder(Domain);

        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync(Id.Text, "wrong-password-typed"));
        var known = statements.Take();
        Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync("lantern-orchard-thimble-07", "wrong-password-typed"));

        Assert.Equal(known, statements.Take());
    }

    [Fact]
    public async Task Guessing_at_an_ID_that_nobody_has_meets_the_same_limit()
    {
        for (var i = 0; i < 4; i++)
            Assert.Equal(new PasswordOutcome.Wrong(), await TryAsync("lantern orchard thimble 07", "wrong-password-typed"));

        Assert.Equal(new PasswordOutcome.TooManyAttempts(Domain.Clock.GetUtcNow().AddMinutes(1)) { Counted = true }, await TryAsync("LANTERN-orchard-thimble-07", "wrong-password-typed"));
    }

    [Fact]
    public async Task What_happens_to_it_is_recorded_and_nothing_is_sent_into_the_void()
    {
        var account = await CreateAsync();
        var session = (await Domain.Get<SessionStore>().StartAsync(account, ProofMethod.Password, null, Cancellation)).Session;
        var owner = (await Domain.Get<AccountStore>().FindAsync(account, Cancellation))!; // Just created.

        Assert.NotNull(await Domain.Get<BackupCodes>().CreateAsync(session, owner, Cancellation));

        Assert.Empty(await Domain.Get<Mailbox>().ListAsync(Cancellation));
        Assert.Equal(0, await Domain.Database.ReadAsync(read => read.FirstAsync(new Statement("test.outbox", "SELECT COUNT(*) FROM outbox"), row => row.GetInt64(0)), Cancellation));
    }

    [Fact]
    public async Task An_account_with_an_address_gets_one_ID_and_keeps_it()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        var id = await GiveAsync(alice);

        Assert.NotNull(id);
        Assert.Equal(id, await GiveAsync(alice));
        Assert.Equal([AuditEvents.SignInIdGiven], await alice.EventsAsync());
        Assert.Equal(new PasswordOutcome.Correct(alice.Account.Id), await TryAsync(id.Text, NewAccounts.Password));
        Assert.Equal(new PasswordOutcome.Correct(alice.Account.Id), await TryAsync("alice@example.test", NewAccounts.Password));
    }

    [Fact]
    public async Task Of_many_requests_for_an_ID_at_once_all_get_the_same()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => GiveAsync(alice)));

        Assert.Single(ids.Distinct());
        Assert.Equal([AuditEvents.SignInIdGiven], await alice.EventsAsync());
    }

    [Fact]
    public async Task Whoever_was_signed_out_meanwhile_gets_none()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await alice.SignOutAsync();

        Assert.Null(await GiveAsync(alice));
    }

    private static NewAccount New => new(Email: null) { SignInId = Id };

    private Task<SignInId?> GiveAsync(SignedInCitizen citizen) => Domain.Get<Ids>().GiveAsync(citizen.Session, citizen.Account.Id, Cancellation);

    private Task<PasswordOutcome> TryAsync(string identifier, string password) => SignIn.TryAsync(identifier, password, Home, null, Cancellation);

    private Task<Guid> CreateAsync() => NewAccounts.CreateAsync(Domain, New, Cancellation);

    public sealed class OnSqlite() : AccountWithoutEmailTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AccountWithoutEmailTests(StorageProvider.Postgres);
}
