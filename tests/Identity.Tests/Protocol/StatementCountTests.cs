using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol;

/// <summary>What each operation sends to the database, to the statement: storage grows with people and not with tokens.</summary>
public abstract class StatementCountTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    public async Task A_token_for_the_client_itself_costs_nothing() =>
        await CostsAsync(() => Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" }));

    [Fact]
    public async Task A_further_sign_on_costs_two_writes_and_its_audit()
    {
        await TokensAsync();

        var code = "";
        await CostsAsync(async () => code = (await AuthorizeAsync())["code"],
            "sessions.find", "accounts.claims", "consents.find", "grants.insert", "audit.append");
        await CostsAsync(() => Client.ExchangeAsync(Http, code), "grants.redeem");
    }

    [Fact]
    public async Task A_refresh_costs_one_write()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        await CostsAsync(() => Client.RefreshAsync(Http, tokens["refresh_token"]!), "grants.rotate"); // Asked for above.
    }

    [Fact]
    public async Task User_info_reads_one_grant_and_one_account()
    {
        var tokens = await TokensAsync();

        await CostsAsync(() => UserInfoAsync(tokens["access_token"]!), "grants.find", "accounts.claims"); // The exchange was valid.
    }

    [Fact]
    public async Task Introspection_reads_one_grant()
    {
        var tokens = await TokensAsync();

        await CostsAsync(() => Client.PostAsync(Http, "introspect", new() { ["token"] = tokens["access_token"]! }), "grants.find"); // The exchange was valid.
    }

    [Fact]
    public async Task Revocation_reads_one_grant_and_writes_it_with_its_audit()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));

        await CostsAsync(() => Client.PostAsync(Http, "revoke", new() { ["token"] = tokens["refresh_token"]! }), "grants.find", "grants.revoke", "audit.append"); // Asked for above.
    }

    [Fact]
    public async Task A_signed_assertion_adds_one_write()
    {
        await RegisterAsync(TestAssertion.Register(Client.Registration with { ClientId = "keyed" }));
        var fields = new TestAssertion("keyed", Provider.Clock.GetUtcNow()).Parameters()
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2!)).Append(new("grant_type", "client_credentials")).ToList(); // Both have a value.

        await CostsAsync(() => TestClient.SendAsync(Http, "token", fields), "used-assertions.insert");
    }

    [Fact]
    public async Task A_pushed_request_costs_a_write_to_keep_and_one_to_take()
    {
        var reference = "";
        await CostsAsync(async () => reference = (await TestClient.SendAsync(Http, "par", Client.Parameters(), TestClient.Basic("appointments", TestClient.Secret)))["request_uri"]!, // It is valid.
            "pushed-requests.insert");

        await CostsAsync(() => Browser.GetAsync($"authorize?client_id=appointments&request_uri={Uri.EscapeDataString(reference)}"),
            "pushed-requests.take", "sessions.find", "accounts.claims", "consents.find", "grants.insert", "audit.append");
    }

    [Fact]
    public async Task A_question_costs_the_write_of_its_journey()
    {
        using var stranger = Provider.Browser();

        await CostsAsync(() => stranger.GetAsync(Client.AuthorizeUrl()), "journeys.insert");
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("redirect_uri", "https://attacker.example/callback")]
    [InlineData("code_challenge", null)]
    [InlineData("scope", "openid no-such-scope")]
    public Task A_refused_request_costs_nothing(string name, string? value) => CostsAsync(() => Browser.GetAsync(Client.AuthorizeUrl((name, value))));

    [Fact]
    public async Task A_refused_client_or_verifier_or_token_costs_nothing()
    {
        var code = (await AuthorizeAsync())["code"];

        await CostsAsync(() => TestClient.SendAsync(Http, "token", [new("grant_type", "client_credentials")], TestClient.Basic("appointments", "wrong")));
        await CostsAsync(() => Client.ExchangeAsync(Http, code, ("code_verifier", new string('x', 43))));
        await CostsAsync(() => Client.RefreshAsync(Http, "garbage"));
        await CostsAsync(() => UserInfoAsync("garbage"));
    }

    [Theory]
    [InlineData(".well-known/openid-configuration")]
    [InlineData(".well-known/jwks.json")]
    [InlineData("health/live")]
    public Task Documents_cost_nothing(string document) => CostsAsync(() => Http.GetAsync(document));

    [Fact]
    public async Task Signing_out_costs_the_session_its_grants_who_is_told_and_the_audit()
    {
        var tokens = await TokensAsync();

        await CostsAsync(() => Browser.GetAsync($"end-session?id_token_hint={tokens["id_token"]}"),
            "sessions.find", "accounts.claims", "sessions.end", "grants.end-with-session", "logout-deliveries.queue", "audit.append");
    }

    private async Task CostsAsync(Func<Task> operation, params string[] statements)
    {
        using var recorder = new StatementRecorder(Provider);
        await operation();
        Assert.Equal(statements, recorder.Take());
    }

    public sealed class OnSqlite() : StatementCountTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : StatementCountTests(StorageProvider.Postgres);
}
