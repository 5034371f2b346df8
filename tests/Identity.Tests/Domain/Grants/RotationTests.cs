using Identity.Domain.Grants;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Domain.Grants;

[Spec("RFC 9700", "4.14.2")]
public abstract class RotationTests(StorageProvider provider) : OnBothDatabases(provider)
{
    private GrantStore Grants => Domain.Get<GrantStore>();

    [Fact]
    public async Task Each_refresh_moves_the_grant_to_the_next_generation()
    {
        var grant = await RedeemedAsync();

        Assert.Equal(2, Rotated(await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation)).Generation);
        Assert.Equal(3, Rotated(await Grants.RotateAsync(grant.Id, grant.ClientId, 2, Cancellation)).Generation);
    }

    [Fact]
    public async Task A_client_whose_answer_was_lost_gets_the_same_generation_again()
    {
        var grant = await RedeemedAsync();
        await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation);
        Domain.Clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(2, Rotated(await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation)).Generation);
    }

    [Fact]
    public async Task A_token_reused_after_the_grace_revokes_its_grant()
    {
        var grant = await RedeemedAsync();
        await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation);
        Domain.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.IsType<RotationOutcome.Reused>(await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation));
        Assert.IsType<RotationOutcome.Ended>(await Grants.RotateAsync(grant.Id, grant.ClientId, 2, Cancellation));
    }

    [Fact]
    public async Task A_token_two_generations_old_revokes_its_grant_at_once()
    {
        var grant = await RedeemedAsync();
        await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation);
        await Grants.RotateAsync(grant.Id, grant.ClientId, 2, Cancellation);

        Assert.IsType<RotationOutcome.Reused>(await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation));
        Assert.Null(await Grants.FindAsync(grant.Id, Cancellation));
    }

    [Fact]
    public async Task Another_clients_token_is_refused_and_changes_nothing()
    {
        var grant = await RedeemedAsync();

        Assert.IsType<RotationOutcome.Ended>(await Grants.RotateAsync(grant.Id, "somebody-else", 1, Cancellation));
        Assert.Equal(2, Rotated(await Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation)).Generation);
    }

    [Fact]
    public async Task Simultaneous_refreshes_of_one_token_end_at_one_generation()
    {
        var grant = await RedeemedAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Grants.RotateAsync(grant.Id, grant.ClientId, 1, Cancellation)));

        Assert.All(outcomes, outcome => Assert.Equal(2, Rotated(outcome).Generation));
    }

    private async Task<Grant> RedeemedAsync()
    {
        var grant = await GrantBuilder.IssuedAsync(Domain);
        Assert.NotNull(await Grants.RedeemAsync(grant.Id, grant.ClientId, Cancellation));
        return grant;
    }

    private static Grant Rotated(RotationOutcome outcome) => Assert.IsType<RotationOutcome.Rotated>(outcome).Grant;

    public sealed class OnSqlite() : RotationTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : RotationTests(StorageProvider.Postgres);
}
