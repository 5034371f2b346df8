using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Grants;

/// <summary>What a client was given for itself, once its registration is another.</summary>
[Spec("RFC 6749", "4.4")]
public sealed class ClientEpochTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private static readonly Client Machine = TestClient.Appointments with { ClientId = "machine", Scope = "records" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Provider.RegisterAsync(Api("records"));
        await Provider.RegisterAsync(Machine);
        // Tokens know whole seconds.
        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task It_counts_while_nothing_changes()
    {
        var token = await TokenAsync();

        Assert.True(await IsActiveAsync(token));
    }

    [Fact]
    public async Task It_ends_when_the_client_is_changed_and_the_next_one_counts()
    {
        var token = await TokenAsync();
        Assert.True(await IsActiveAsync(token));
        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        await Provider.RegisterAsync(Machine with { ClientName = "Another name" });

        Assert.False(await IsActiveAsync(token));
        Assert.True(await IsActiveAsync(await TokenAsync()));
    }

    [Fact]
    public async Task It_goes_on_when_another_client_is_changed()
    {
        var token = await TokenAsync();
        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        await Provider.RegisterAsync(TestClient.Appointments with { ClientName = "Another name" });

        Assert.True(await IsActiveAsync(token));
    }

    private async Task<string> TokenAsync() => (await TestClient.SendAsync(
        Http, "token", [new("grant_type", "client_credentials"), new("scope", "records")], TestClient.Basic("machine", TestClient.Secret)))["access_token"]!; // The request is valid.

    private async Task<bool> IsActiveAsync(string token) =>
        (await TestClient.SendAsync(Http, "introspect", [new("token", token)], TestClient.Basic("records-api", TestClient.Secret)))["active"] == "True";
}
