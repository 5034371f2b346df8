using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.Storage;
using Identity.Tests.Domain.Credentials;

namespace Identity.Tests.Domain.Accounts;

/// <summary>Somebody tried too many passwords for an account: its owner hears of it, and whoever tried learns nothing by that.</summary>
public abstract class AttemptNoticeTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private AttemptNotices Notices => Domain.Get<AttemptNotices>();

    [Fact]
    public async Task The_owner_is_told_once_a_day()
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        await Notices.TellAsync("Alice@Example.test", Cancellation);
        await Notices.TellAsync("alice@example.test", Cancellation);
        Assert.Equal(1, await ToldAsync(alice));

        Domain.Clock.Advance(TimeSpan.FromDays(1));
        await Notices.TellAsync("alice@example.test", Cancellation);
        Assert.Equal(2, await ToldAsync(alice));
    }

    [Theory]
    [InlineData("nobody@example.test")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Of_an_account_that_is_not_there_nobody_is_told(string identifier)
    {
        var alice = await SignedInCitizen.CreateAsync(Domain);

        await Notices.TellAsync(identifier, Cancellation);

        Assert.Equal(0, await ToldAsync(alice));
    }

    private async Task<int> ToldAsync(SignedInCitizen citizen) =>
        (await Domain.Get<AuditHistory>().ListAsync(AuditSubject.Account(citizen.Account.Id), AuditEvents.TooManyAttempts, Cancellation)).Count;

    public sealed class OnSqlite() : AttemptNoticeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : AttemptNoticeTests(StorageProvider.Postgres);
}
