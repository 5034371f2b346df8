using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.PushedAuthorization;

[Spec("RFC 9126", "2")]
public abstract class PushedRequestTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Fact]
    [Spec("RFC 9126", "2.2")]
    public async Task A_pushed_request_is_answered_with_a_reference_that_lives_for_seconds()
    {
        var answer = await PushAsync();

        Assert.Equal(201, answer.Status);
        Assert.StartsWith("urn:ietf:params:oauth:request_uri:", answer["request_uri"], StringComparison.Ordinal);
        Assert.InRange(answer.Body.GetProperty("expires_in").GetInt32(), 5, 600);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9126", "4")]
    public async Task The_reference_is_all_that_the_browser_carries()
    {
        var reference = await ReferenceAsync();

        var answer = await TakeAsync(reference);

        Assert.Equal("state-of-the-application", answer["state"]);
        Assert.Equal(200, (await Client.ExchangeAsync(Http, answer["code"])).Status);
    }

    [Fact]
    [Spec("RFC 9101", "5")]
    public async Task What_stands_beside_the_reference_changes_nothing()
    {
        var reference = await ReferenceAsync();

        using var response = await Browser.GetAsync(Url(reference) + "&state=of-an-attacker&scope=openid&redirect_uri=https%3A%2F%2Fattacker.example%2F");

        Assert.Equal("appointments.example", response.Headers.Location?.Host);
        Assert.Equal("state-of-the-application", TestClient.Answer(response)["state"]);
    }

    [Fact]
    [Spec("RFC 9126", "4")]
    public async Task A_reference_is_used_once()
    {
        var reference = await ReferenceAsync();
        await TakeAsync(reference);

        await ShowsAPageAsync(Url(reference));
    }

    [Fact]
    [Spec("RFC 9126", "2.2")]
    public async Task A_reference_expires()
    {
        var reference = await ReferenceAsync();
        Provider.Clock.Advance(TimeSpan.FromSeconds(91));

        await ShowsAPageAsync(Url(reference));
    }

    [Fact]
    [Spec("RFC 9126", "2.2")]
    public async Task A_reference_is_bound_to_the_client_that_pushed()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });

        await ShowsAPageAsync(Url(await ReferenceAsync(), "other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [Spec("RFC 9126", "4")]
    public Task A_reference_that_never_was_shows_a_page(string reference) => ShowsAPageAsync(Url("urn:ietf:params:oauth:request_uri:" + reference));

    [Fact]
    [Spec("RFC 9126", "2")]
    public async Task The_client_authenticates()
    {
        var before = await RowsAsync();

        var unnamed = await TestClient.SendAsync(Http, "par", Client.Parameters(("client_id", null)));
        var bare = await TestClient.SendAsync(Http, "par", Client.Parameters());
        var wrong = await TestClient.SendAsync(Http, "par", Client.Parameters(), TestClient.Basic("appointments", "wrong"));

        Assert.All([unnamed, bare, wrong], answer => Assert.Equal((401, "invalid_client"), (answer.Status, answer.Error)));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    [Spec("RFC 9126", "2")]
    public async Task A_public_client_pushes_by_naming_itself()
    {
        var app = await RegisterAsync(Client.Registration with { ClientId = "public", TokenEndpointAuthMethod = "none", ClientSecretSha256 = [], GrantTypes = ["authorization_code"] });

        var answer = await TestClient.SendAsync(Http, "par", app.Parameters());

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    [Spec("RFC 9126", "6")]
    public async Task A_client_that_must_push_gets_nothing_by_a_plain_request()
    {
        var strict = await RegisterAsync(Client.Registration with { ClientId = "strict", RequirePushedAuthorizationRequests = true });

        Assert.Equal("invalid_request", (await AuthorizeAsync(strict))["error"]);

        using var posted = await Browser.PostAsync("authorize", strict.Parameters());
        Assert.Equal("invalid_request", await ErrorAfterAsync(posted));

        var pushed = await TestClient.SendAsync(Http, "par", strict.Parameters(), TestClient.Basic("strict", TestClient.Secret));
        using var response = await Browser.GetAsync(Url(pushed["request_uri"]!, "strict")); // It has been pushed.
        Assert.NotEmpty(TestClient.Answer(response)["code"]);
    }

    [Fact]
    [Spec("RFC 9126", "6")]
    public async Task A_client_that_must_push_goes_on_with_a_pushed_request_after_sign_in()
    {
        var strict = await RegisterAsync(Client.Registration with { ClientId = "strict", RequirePushedAuthorizationRequests = true });
        var pushed = await TestClient.SendAsync(Http, "par", strict.Parameters(("prompt", "login")), TestClient.Basic("strict", TestClient.Secret));
        using var asked = await Browser.GetAsync(Url(pushed["request_uri"]!, "strict")); // It has been pushed.

        var answer = await SignInAsync(asked);

        Assert.NotEmpty(answer["code"]);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("redirect_uri", "https://attacker.example/callback", "invalid_request")]
    [InlineData("redirect_uri", null, "invalid_request")]
    [InlineData("scope", "openid phone", "invalid_scope")]
    [InlineData("scope", "openid no-such-scope", "invalid_scope")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("max_age", "soon", "invalid_request")]
    [InlineData("id_token_hint", "not-a-token", "invalid_request")]
    [InlineData("resource", "https://no-such-api.example", "invalid_target")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("request", "e30.e30.", "invalid_request_object")]
    [InlineData("request_uri", "urn:ietf:params:oauth:request_uri:x", "invalid_request")]
    [Spec("RFC 9126", "2.3")]
    public async Task A_request_that_would_be_refused_is_refused_when_pushed(string name, string? value, string error)
    {
        var before = await RowsAsync();

        var answer = await PushAsync((name, value));

        Assert.Equal((400, error), (answer.Status, answer.Error));
        Assert.Null(answer["request_uri"]);
        Assert.Null(answer["error_uri"]);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    [Spec("RFC 9126", "2.3")]
    public async Task Only_POST_pushes()
    {
        using var response = await Http.GetAsync(Client.AuthorizeUrl().Replace("authorize?", "par?", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    [Spec("RFC 8707", "2")]
    public async Task Each_of_several_resources_is_kept()
    {
        await Provider.RegisterAsync(Api("records"));
        await Provider.RegisterAsync(Api("letters"));
        var client = await RegisterAsync(Client.Registration with { ClientId = "calls", Resources = ["https://records.example", "https://letters.example"] });
        var fields = client.Parameters().Append(new("resource", "https://records.example")).Append(new("resource", "https://letters.example"));
        var pushed = await TestClient.SendAsync(Http, "par", fields, TestClient.Basic("calls", TestClient.Secret));
        using var response = await Browser.GetAsync(Url(pushed["request_uri"]!, "calls")); // It has been pushed.

        var tokens = await client.ExchangeAsync(Http, TestClient.Answer(response)["code"]);

        Assert.Equal(["https://letters.example", "https://records.example"],
            tokens.Payload("access_token").GetProperty("aud").EnumerateArray().Select(audience => audience.GetString()).Order(StringComparer.Ordinal));
    }

    private Task<TokenAnswer> PushAsync(params (string Name, string? Value)[] changes) =>
        TestClient.SendAsync(Http, "par", Client.Parameters(changes), TestClient.Basic("appointments", TestClient.Secret));

    private async Task<string> ReferenceAsync() => (await PushAsync())["request_uri"]!; // The request is valid.

    private async Task<Dictionary<string, string>> TakeAsync(string reference)
    {
        using var response = await Browser.GetAsync(Url(reference));
        return TestClient.Answer(response);
    }

    private async Task<string> ErrorAfterAsync(HttpResponseMessage posted)
    {
        using var response = posted.Headers.Location is { IsAbsoluteUri: false } next ? await Browser.GetAsync(next.OriginalString) : null;
        return TestClient.Answer(response ?? posted)["error"];
    }

    private async Task ShowsAPageAsync(string url)
    {
        using var response = await Browser.GetAsync(url);

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Null(response.Headers.Location);
    }

    private static string Url(string reference, string clientId = "appointments") => $"authorize?client_id={clientId}&request_uri={Uri.EscapeDataString(reference)}";

    public sealed class OnSqlite() : PushedRequestTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : PushedRequestTests(StorageProvider.Postgres);
}
