using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClientAuthentication;

[Spec("RFC 7523", "3")]
public abstract class ReplayedAssertionTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    public async Task An_assertion_that_one_node_has_seen_is_refused_by_another()
    {
        await using var second = await Provider.AnotherAsync();
        using var http = second.Backchannel();
        await Provider.RegisterAsync(TestAssertion.Register(Client.Registration with { ClientId = "keyed" }));
        await second.Get<Identity.Domain.Partners.ClientDirectory>().RefreshAsync(TestContext.Current.CancellationToken);
        var fields = new TestAssertion("keyed", Provider.Clock.GetUtcNow()).Parameters()
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2!)).Append(new("grant_type", "client_credentials")).ToList(); // Both have a value.

        var answers = await Task.WhenAll(TestClient.SendAsync(Http, "token", fields), TestClient.SendAsync(http, "token", fields));

        Assert.Equal([200, 401], answers.Select(answer => answer.Status).Order());
        Assert.Equal("invalid_client", answers.Single(answer => answer.Status == 401).Error);
    }

    public sealed class OnSqlite() : ReplayedAssertionTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ReplayedAssertionTests(StorageProvider.Postgres);
}
