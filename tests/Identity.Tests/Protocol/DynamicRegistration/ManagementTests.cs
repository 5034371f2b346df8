using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>A client manages its own registration by the token that it was given with it.</summary>
[Spec("RFC 7592", "2")]
public sealed class ManagementTests() : RegistrationScene
{
    [Fact]
    [Spec("RFC 7592", "2.1")]
    public async Task It_reads_what_is_registered_but_for_the_secret()
    {
        var registered = await RegisterAsync(Metadata());

        var read = await SendAsync(HttpMethod.Get, Address(registered), registered.Token);

        Assert.Equal((HttpStatusCode.OK, "New App", registered.Token), (read.Status, read["client_name"], read.Token));
        Assert.Null(read["client_secret"]);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nobody_else_does(string method)
    {
        var (mine, theirs) = (await RegisterAsync(Metadata()), await RegisterAsync(Metadata()));

        foreach (var token in new[] { "", "guessed", theirs.Token, Initial })
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(new(method), Address(mine), token, method == "PUT" ? Update(mine) : null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(new(method), "register/appointments", mine.Token, method == "PUT" ? Update(mine) : null)).Status);
        Assert.NotNull(Provider.Get<ClientDirectory>().Current.Find(mine.ClientId));
    }

    [Fact]
    [Spec("RFC 7592", "2.2")]
    public async Task An_update_replaces_all_of_it()
    {
        var registered = await RegisterAsync(Metadata(("client_uri", "https://new.example/"), ("require_pushed_authorization_requests", true)));

        var updated = await SendAsync(HttpMethod.Put, Address(registered), registered.Token, Update(registered, ("client_name", "Newer App")));

        Assert.Equal((HttpStatusCode.OK, "Newer App", null, "False"), (updated.Status, updated["client_name"], updated["client_uri"], updated["require_pushed_authorization_requests"]));
        Assert.Equal("Newer App", Provider.Get<ClientDirectory>().Current.Find(registered.ClientId)?.ClientName);
    }

    [Theory]
    [InlineData("client_id", "\"another\"", "client_id")]
    [InlineData("client_id", null, "client_id")]
    [InlineData("client_secret", "\"guessed\"", "client_secret")]
    [InlineData("client_secret", "1", "client_secret")]
    [InlineData("registration_access_token", "\"mine\"", "leave it out")]
    [InlineData("client_id_issued_at", "1", "leave it out")]
    [InlineData("scope", "\"openid nhs_number\"", "nhs_number")]
    [Spec("RFC 7592", "2.2")]
    public async Task An_update_that_is_wrong_changes_nothing(string name, string? value, string words)
    {
        var registered = await RegisterAsync(Metadata());

        var reply = await SendAsync(HttpMethod.Put, Address(registered), registered.Token, Update(registered, ("client_name", "Newer App"), (name, value is null ? null : JsonNode.Parse(value))));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client_metadata"), (reply.Status, reply.Error));
        Assert.Contains(words, reply["error_description"], StringComparison.Ordinal);
        Assert.Equal("New App", Provider.Get<ClientDirectory>().Current.Find(registered.ClientId)?.ClientName);
    }

    [Fact]
    public async Task A_secret_turns_while_the_last_still_counts()
    {
        var registered = await RegisterAsync(Metadata(("grant_types", new JsonArray("client_credentials")), ("redirect_uris", null)));
        var first = registered["client_secret"]!; // It has one.

        var second = (await SendAsync(HttpMethod.Put, Address(registered), registered.Token, Update(registered, Machine)))["client_secret"]!; // It is new.
        Assert.Equal((200, 200), (await TokenAsync(registered, first), await TokenAsync(registered, second)));

        var kept = await SendAsync(HttpMethod.Put, Address(registered), registered.Token, Update(registered, [.. Machine, ("client_secret", second)]));
        Assert.Null(kept["client_secret"]);
        Assert.Equal((401, 200), (await TokenAsync(registered, first), await TokenAsync(registered, second)));
    }

    [Fact]
    [Spec("RFC 7592", "2.3")]
    public async Task A_client_that_ends_its_registration_gets_nothing_more()
    {
        var registered = await RegisterAsync(Metadata());
        var client = Provider.Get<ClientDirectory>().Current.Find(registered.ClientId)!; // It was registered.
        await Provider.ConsentAsync(Alice, client);
        var tokens = await TokensAsync(new TestClient(client, registered["client_secret"]!)); // It has one.

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, Address(registered), registered.Token)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, Address(registered), registered.Token)).Status);
        using var info = await UserInfoAsync(tokens["access_token"]!); // It was given.
        Assert.Equal(HttpStatusCode.Unauthorized, info.StatusCode);
        using var asked = await Browser.GetAsync(new TestClient(client).AuthorizeUrl());
        Assert.Equal((HttpStatusCode.BadRequest, null), (asked.StatusCode, asked.Headers.Location));
    }

    [Fact]
    [Spec("OpenID Connect Core", "9")]
    public async Task It_may_sign_with_its_secret()
    {
        var registered = await RegisterAsync(Metadata([.. Machine, ("token_endpoint_auth_method", "client_secret_jwt"), ("token_endpoint_auth_signing_alg", "HS256")]));
        var secret = Encoding.UTF8.GetBytes(registered["client_secret"]!); // It has one.
        var assertion = new TestAssertion(registered.ClientId, Provider.Clock.GetUtcNow()) { Header = { ["alg"] = "HS256" } };

        var answer = await TestClient.SendAsync(Http, "token",
            [new("grant_type", "client_credentials"), .. assertion.Parameters(input => HMACSHA256.HashData(secret, input)).Select(part => KeyValuePair.Create(part.Item1, part.Item2 ?? ""))]);

        Assert.Equal(200, answer.Status);
        Assert.Null((await SendAsync(HttpMethod.Get, Address(registered), registered.Token))["client_secret_sealed"]);
    }

    private static (string, JsonNode?)[] Machine => [("grant_types", new JsonArray("client_credentials")), ("redirect_uris", null)];

    private static string Address(RegistrationReply registered) => $"register/{registered.ClientId}";

    private static JsonObject Update(RegistrationReply registered, params (string, JsonNode?)[] changes) => Metadata([("client_id", registered.ClientId), .. changes]);

    private async Task<int> TokenAsync(RegistrationReply registered, string secret) =>
        (await TestClient.SendAsync(Http, "token", [new("grant_type", "client_credentials")], TestClient.Basic(registered.ClientId, secret))).Status;
}
