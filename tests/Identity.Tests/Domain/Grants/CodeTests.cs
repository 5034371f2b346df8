using Identity.Domain.Grants;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Grants;

[Spec("RFC 6749", "4.1.2")]
public abstract class CodeTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private GrantStore Grants => Domain.Get<GrantStore>();

    [Fact]
    public async Task A_code_is_exchanged_for_what_was_granted()
    {
        var issued = await GrantBuilder.IssuedAsync(Domain);

        var grant = await Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation);

        Assert.NotNull(grant);
        Assert.Equal(issued.Subject, grant.Subject);
        Assert.Equal(issued.Scopes, grant.Scopes);
        Assert.Equal(issued.Claims, grant.Claims);
        Assert.Equal(issued.AuthTime, grant.AuthTime);
        Assert.Equal(1, grant.Generation);
    }

    [Fact]
    public async Task A_code_used_twice_is_refused_and_its_grant_ends()
    {
        var issued = await GrantBuilder.IssuedAsync(Domain);
        await Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation);

        Assert.Null(await Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation));
        Assert.Null(await Grants.FindAsync(issued.Id, Cancellation));
    }

    [Fact]
    public async Task A_replayed_code_leaves_the_grant_of_another_tab_alive()
    {
        var first = await GrantBuilder.IssuedAsync(Domain);
        var second = await GrantBuilder.IssuedAsync(Domain, grant => grant with { AccountId = first.AccountId, SessionId = first.SessionId });
        await Grants.RedeemAsync(first.Id, first.ClientId, Cancellation);
        await Grants.RedeemAsync(second.Id, second.ClientId, Cancellation);

        await Grants.RedeemAsync(first.Id, first.ClientId, Cancellation);

        Assert.NotNull(await Grants.FindAsync(second.Id, Cancellation));
    }

    [Fact]
    public async Task A_code_of_another_client_is_refused_and_stays_usable()
    {
        var issued = await GrantBuilder.IssuedAsync(Domain);

        Assert.Null(await Grants.RedeemAsync(issued.Id, "somebody-else", Cancellation));
        Assert.NotNull(await Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation));
    }

    [Fact]
    public async Task Of_many_simultaneous_uses_of_a_code_one_succeeds()
    {
        var issued = await GrantBuilder.IssuedAsync(Domain);

        var uses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation)));

        Assert.Single(uses, grant => grant is not null);
    }

    [Fact]
    public async Task A_code_of_an_ended_session_is_refused()
    {
        var issued = await GrantBuilder.IssuedAsync(Domain);
        await Grants.RevokeAsync(issued.Id, issued.ClientId, Cancellation);

        Assert.Null(await Grants.RedeemAsync(issued.Id, issued.ClientId, Cancellation));
    }

    public sealed class OnSqlite() : CodeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : CodeTests(StorageProvider.Postgres);
}
