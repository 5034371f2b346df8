using Identity.Domain.Audit;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Credentials;

namespace Identity.Tests.Domain.Sessions;

/// <summary>Alice is signed in at the browser she looks with, and at others.</summary>
public abstract class SignedInDevicesTests(StorageProvider provider) : OnBothDatabases(provider)
{
    [Fact]
    public async Task Every_living_session_is_listed_with_its_device_and_times_the_last_used_first()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var began = Domain.Clock.GetUtcNow();
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));
        var phone = await StartAsync(alice, "Firefox/Android");
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));
        await StartAsync(alice, "Safari/Mac");
        Domain.Clock.Advance(TimeSpan.FromMinutes(5));
        await Domain.Get<SessionStore>().FindAsync(phone.Key, Cancellation);

        var devices = await ListAsync(alice);

        Assert.Equal(["Firefox/Android", "Safari/Mac", ""], devices.Select(device => device.Device));
        Assert.Equal(new SignedInDevice(phone.Session.Id, "Firefox/Android", began.AddMinutes(5), began.AddMinutes(15)), devices[0]);
    }

    [Fact]
    public async Task What_has_ended_by_itself_or_by_hand_is_not_listed_nor_what_is_another_citizens()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        await StartAsync(alice, "Idle/");
        Domain.Clock.Advance(TimeSpan.FromMinutes(20));
        var ended = await StartAsync(alice, "Ended/");
        await Domain.Get<SessionStore>().EndAsync(ended.Session, Cancellation);
        await StartAsync(await SignedInCitizen.CreateAsync(Domain, "bob@example.test"), "Bobs/");
        var here = await StartAsync(alice, "Here/");
        Domain.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal([here.Session.Id], (await ListAsync(alice)).Select(device => device.SessionId));
    }

    [Fact]
    public async Task Ending_one_ends_that_one_alone_and_is_recorded()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var (phone, laptop) = (await StartAsync(alice, "Firefox/Android"), await StartAsync(alice, "Safari/Mac"));

        Assert.True(await EndAsync(alice, phone.Session.Id));

        Assert.Null(await Domain.Get<SessionStore>().FindAsync(phone.Key, Cancellation));
        Assert.NotNull(await Domain.Get<SessionStore>().FindAsync(laptop.Key, Cancellation));
        Assert.Equal([AuditEvents.SignedIn, AuditEvents.SignedIn, AuditEvents.SignedOut], await alice.EventsAsync());
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task Ending_twice_is_ending_once()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var phone = await StartAsync(alice, "Firefox/Android");

        Assert.True(await EndAsync(alice, phone.Session.Id));
        Assert.False(await EndAsync(alice, phone.Session.Id));

        Assert.Equal([AuditEvents.SignedIn, AuditEvents.SignedOut], await alice.EventsAsync());
    }

    [Fact]
    public async Task Nobody_ends_what_is_another_citizens()
    {
        var (alice, bob) = (await SignedInCitizen.CreateAsync(Domain), await SignedInCitizen.CreateAsync(Domain, "bob@example.test"));
        var bobs = await StartAsync(bob, "Firefox/Android");

        Assert.False(await EndAsync(alice, bobs.Session.Id));
        Assert.Equal(0, await EndOthersAsync(alice));

        Assert.NotNull(await Domain.Get<SessionStore>().FindAsync(bobs.Key, Cancellation));
        Assert.Equal([AuditEvents.SignedIn], await bob.EventsAsync());
        Assert.Empty(await alice.EventsAsync());
    }

    [Fact]
    public async Task Ending_the_others_leaves_the_one_that_asks_and_records_each()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        var (phone, laptop, here) = (await StartAsync(alice, "Firefox/Android"), await StartAsync(alice, "Safari/Mac"), await StartAsync(alice, "Here/"));

        Assert.Equal(3, await EndOthersAsync(alice with { Session = here.Session }));

        Assert.Null(await Domain.Get<SessionStore>().FindAsync(phone.Key, Cancellation));
        Assert.Null(await Domain.Get<SessionStore>().FindAsync(laptop.Key, Cancellation));
        Assert.NotNull(await Domain.Get<SessionStore>().FindAsync(here.Key, Cancellation));
        Assert.Equal(3, (await alice.EventsAsync()).Count(happened => happened == AuditEvents.SignedOut));
        Assert.Empty((await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation)).Faults);
    }

    [Fact]
    public async Task No_more_than_a_hundred_are_listed()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);
        for (var i = 0; i < 100; i++)
            await StartAsync(alice, "Firefox/Android");

        Assert.Equal(100, (await ListAsync(alice)).Count);
    }

    private Task<StartedSession> StartAsync(SignedInCitizen citizen, string device) => Domain.Get<SessionStore>().StartAsync(
        citizen.Account.Id, Proofs.Of(new Proof(ProofMethod.Password, Domain.Clock.GetUtcNow())), null, device, Cancellation);

    private Task<IReadOnlyList<SignedInDevice>> ListAsync(SignedInCitizen citizen) => Domain.Get<SignedInDevices>().ListAsync(citizen.Session, Cancellation);

    private Task<bool> EndAsync(SignedInCitizen citizen, Guid session) => Domain.Get<SignedInDevices>().EndAsync(citizen.Session, session, Cancellation);

    private Task<int> EndOthersAsync(SignedInCitizen citizen) => Domain.Get<SignedInDevices>().EndOthersAsync(citizen.Session, Cancellation);
}

public sealed class SqliteSignedInDevicesTests() : SignedInDevicesTests(StorageProvider.Sqlite);

public sealed class PostgresSignedInDevicesTests() : SignedInDevicesTests(StorageProvider.Postgres);
