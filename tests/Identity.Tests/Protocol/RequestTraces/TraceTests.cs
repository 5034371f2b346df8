using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Traces;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.RequestTraces;

/// <summary>The developer of Appointments has its requests written down.</summary>
public abstract class TraceTests(StorageProvider storage) : ProtocolTest(storage)
{
    private const string Appointments = "appointments";

    private ClientTraces Traces => Provider.Get<ClientTraces>();

    [Fact]
    public async Task Each_request_is_written_down_with_what_came_of_it()
    {
        await SwitchOnAsync();
        var tokens = await TokensAsync();
        using var told = await UserInfoAsync(tokens["access_token"]!); // They were given.
        await Client.ExchangeAsync(Http, "a-code-that-never-was");

        var written = await WrittenAsync();

        Assert.Equal(["Token", "UserInfo", "Token", "Authorization"], written.Select(request => request.Endpoint));
        Assert.Equal(["invalid_grant", null, null, null], written.Select(request => request.Error));
        Assert.NotEmpty(written[0].ErrorDescription ?? "");
        Assert.Equal(told.Headers.GetValues("X-Request-Id").Single(), written[1].RequestId);
    }

    [Fact]
    public async Task Nothing_of_a_person_and_no_secret_is_written()
    {
        await SwitchOnAsync();
        var answer = await AuthorizeAsync(("login_hint", "alice@example.test"), ("ui_locales", "cy"), ("claims", """{"userinfo":{"email":{"value":"alice@example.test"}}}"""));
        var tokens = await Client.ExchangeAsync(Http, answer["code"]);
        await Client.RefreshAsync(Http, tokens["refresh_token"] ?? "none");
        using var told = await UserInfoAsync(tokens["access_token"]!); // They were given.

        var text = string.Join('\n', (await WrittenAsync()).SelectMany(request => request.Parameters).Select(parameter => $"{parameter.Name}={parameter.Value}"));

        Assert.Contains("ui_locales=cy", text, StringComparison.Ordinal);
        Assert.Contains("login_hint=18 characters", text, StringComparison.Ordinal);
        foreach (var secret in new[] { "alice", TestClient.Secret, answer["code"], Client.Verifier, tokens["access_token"]!, "nonce-of-the-application" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_of_a_client_that_did_not_want_it()
    {
        var other = await RegisterAsync(TestClient.Appointments with { ClientId = "other" });
        await SwitchOnAsync();

        await TokensAsync(other);

        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task It_ends_after_an_hour()
    {
        await SwitchOnAsync();
        Provider.Clock.Advance(ClientTraces.Life);

        await Client.ExchangeAsync(Http, "a-code-that-never-was");

        Assert.Null(Traces.Until(Appointments));
        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task It_ends_when_so_much_is_written()
    {
        await SwitchOnAsync();
        for (var sent = 0; sent < ClientTraces.Most + 5; sent++)
            await Traces.AddAsync(Appointments, Some(), TestContext.Current.CancellationToken);

        Assert.Equal(ClientTraces.Most, (await WrittenAsync()).Count);
    }

    [Fact]
    public async Task What_was_written_goes_after_a_day_and_at_once_when_it_is_ended()
    {
        await SwitchOnAsync();
        await TokensAsync();
        await Traces.SwitchOffAsync(Appointments, "test", TestContext.Current.CancellationToken);
        Assert.Empty(await WrittenAsync());

        await SwitchOnAsync();
        await TokensAsync();
        Provider.Clock.Advance(ClientTraces.Kept);
        Assert.Empty(await WrittenAsync());
    }

    [Fact]
    public async Task Who_switched_it_on_stands_in_the_audit()
    {
        await SwitchOnAsync();

        var entry = Assert.Single(await Provider.Get<AuditHistory>().ListAsync(AuditSubject.Client(Appointments), AuditEvents.ClientTraced, TestContext.Current.CancellationToken));
        Assert.Equal("test", entry.Actor);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("par")]
    [InlineData("introspect")]
    [InlineData("revoke")]
    [InlineData("device_authorization")]
    public async Task Every_answer_has_the_identifier_of_its_request(string endpoint)
    {
        using var refused = await Http.PostAsync(endpoint, new FormUrlEncodedContent([]));

        Assert.Matches("^[0-9a-zA-Z:]{8,}$", refused.Headers.GetValues("X-Request-Id").Single());
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task The_client_is_known_by_its_assertion()
    {
        await Provider.RegisterAsync(TestAssertion.Register(TestClient.Appointments with { ClientId = "signer" }));
        await Traces.SwitchOnAsync("signer", "test", TestContext.Current.CancellationToken);
        var assertion = new TestAssertion("signer", Provider.Clock.GetUtcNow()) { Header = { ["kid"] = "of-somebody-else" }, Claims = { ["exp"] = 1 } };

        await TestClient.SendAsync(Http, "token", [new("grant_type", "client_credentials"), new("client_assertion_type", TestAssertion.Type), new("client_assertion", assertion.Write())]);

        var request = Assert.Single(await Traces.ListAsync("signer", TestContext.Current.CancellationToken));
        Assert.Equal("invalid_client", request.Error);
        Assert.Equal("The assertion names none of the registered keys, 'ec', 'rsa'.", request.Hint);
        Assert.Contains("kid of-somebody-else, iss signer", request.Parameters.Single(parameter => parameter.Name == "client_assertion").Value, StringComparison.Ordinal);
    }

    private static TracedRequest Some() => new() { RequestId = "1", At = TestClock.Start().GetUtcNow(), Endpoint = "Token", Method = "POST", Parameters = [] };

    private Task SwitchOnAsync() => Traces.SwitchOnAsync(Appointments, "test", TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<TracedRequest>> WrittenAsync() => Traces.ListAsync(Appointments, TestContext.Current.CancellationToken);

    public sealed class OnSqlite() : TraceTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : TraceTests(StorageProvider.Postgres);
}
