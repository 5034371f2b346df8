using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Consent;
using Identity.Domain.Credentials;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Partners;
using Identity.Domain.Seeding;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Identity.Tests.Domain.Seeding;

public abstract class SeedingTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private const string Password = "violet-kettle-harbour";
    private const int MoreThanABatch = 1100;

    [Fact]
    public async Task A_seeded_citizen_signs_in_and_has_agreed_to_share()
    {
        await Domain.Get<ClientStore>().SaveAsync(TestClient.Appointments, "test", Cancellation);

        Assert.Equal(3, await SeedAsync(3));

        var account = await Domain.Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse("citizen-00000002@seed.example"), Cancellation);
        Assert.Equal("Bronwen Adeyemi", account!.Name); // The third there is.
        Assert.Equal(new PasswordOutcome.Correct(account.Id), await Domain.Get<PasswordSignIn>().TryAsync("citizen-00000002@seed.example", Password, Network.Of(null), null, Cancellation));
        Assert.Equal(["name", "birthdate", "locale", "email"], (await Domain.Get<ConsentStore>().FindAsync(account.Id, TestClient.Appointments.ClientId, Cancellation))!.Claims); // Seeded with it.
    }

    [Fact]
    public async Task A_second_seeding_adds_what_is_missing()
    {
        Assert.Equal(3, await SeedAsync(3));
        Assert.Equal(MoreThanABatch - 3, await SeedAsync(MoreThanABatch));
        Assert.Equal(0, await SeedAsync(2));
    }

    [Fact]
    public async Task The_audit_of_seeded_citizens_holds_and_is_sealed()
    {
        await SeedAsync(MoreThanABatch);

        var report = await Domain.Get<AuditVerifier>().VerifyAsync(Cancellation);

        Assert.Empty(report.Faults);
        Assert.Equal((MoreThanABatch, 2), (report.Links, report.LastSeal!.Number)); // Just made.
    }

    [Fact]
    public async Task What_is_over_is_pruned_a_bounded_number_of_rows_at_a_time()
    {
        await Domain.Get<ClientStore>().SaveAsync(TestClient.Appointments, "test", Cancellation);
        await SeedAsync(3000);
        using var statements = new StatementRecorder(Domain);

        var gone = await Domain.Get<IEnumerable<IHostedService>>().OfType<Pruner>().Single().PruneAsync(Cancellation);

        // Of two days in which they ended, all but the last has passed.
        Assert.Equal(2 * 3 * 499, gone);
        Assert.Equal((3 * 499 / Expiry.MostRows) + 1, statements.TakeAll().Count(name => name == "grants.prune"));
    }

    [Fact]
    public async Task Production_takes_no_seeded_citizens()
    {
        var production = new CitizenSeeder(Domain.Database, Domain.Get<ClientDirectory>(), Domain.Get<Passwords>(), Domain.Get<SigningKeyRing>(),
            Domain.Get<AuditSealer>(), new HostingEnvironment { EnvironmentName = Environments.Production }, Domain.Clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => production.SeedAsync(1, Password, new Progress<int>(), Cancellation));

        Assert.Null(await Domain.Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse("citizen-00000000@seed.example"), Cancellation));
    }

    private Task<int> SeedAsync(int citizens) => Domain.Get<CitizenSeeder>().SeedAsync(citizens, Password, new Progress<int>(), Cancellation);

    public sealed class OnSqlite() : SeedingTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : SeedingTests(StorageProvider.Postgres);
}
