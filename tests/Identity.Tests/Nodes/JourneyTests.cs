using System.Net;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Nodes;

/// <summary>Each request of a journey goes to the other node, which must find all that it needs.</summary>
public sealed class JourneyTests : TwoNodes
{
    [Fact]
    public async Task A_citizen_signs_in_shares_and_signs_out_over_two_nodes()
    {
        var tokens = await TokensAsync();
        Assert.Equal(200, tokens.Status);
        Assert.Equal(HttpStatusCode.OK, await UserInfoAsync(tokens["access_token"]!)); // The exchange was valid.
        Assert.Equal(HttpStatusCode.OK, await UserInfoAsync(tokens["access_token"]!)); // As above.
        Assert.Equal("True", await ActiveAsync(tokens["access_token"]));
        Assert.Equal("True", await ActiveAsync(tokens["access_token"]));

        var next = await Client.RefreshAsync(Http, tokens["refresh_token"]!); // It was asked for.
        var last = await Client.RefreshAsync(Http, next["refresh_token"]!); // As above.
        Assert.Equal((200, 200), (next.Status, last.Status));
        Assert.Equal(tokens.Payload("id_token").GetProperty("sub").GetString(), last.Payload("id_token").GetProperty("sub").GetString());

        await Client.PostAsync(HttpOne, "revoke", new() { ["token"] = last["refresh_token"]! }); // As above.
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(HttpOther, last["refresh_token"]!)).Error); // As above.

        // Nothing is asked again, until the session ends.
        Assert.NotEmpty(await CodeAsync());
        await Browser.OpenAsync($"end-session?id_token_hint={last["id_token"]}");
        foreach (var _ in new[] { One, Other })
            Assert.StartsWith("/sign-in/", (await Browser.OpenAsync(Client.AuthorizeUrl())).Path, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9126", "2.2")]
    public async Task A_request_pushed_to_one_node_is_used_once_at_either()
    {
        await TokensAsync();
        var pushed = await TestClient.SendAsync(HttpOne, "par", Client.Parameters(), TestClient.Basic("appointments", TestClient.Secret));
        var uri = $"authorize?client_id=appointments&request_uri={Uri.EscapeDataString(pushed["request_uri"]!)}"; // It was valid.
        using var browser = new TestBrowser(Other.Handler());
        await Other.SignInAsync(browser, Alice);

        using var used = await browser.GetAsync(uri);
        using var again = await browser.GetAsync(uri);

        Assert.Contains("code", TestClient.Answer(used).Keys);
        Assert.Null(again.Headers.Location);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2")]
    public async Task A_code_used_at_one_node_is_refused_at_the_other_and_takes_its_tokens_with_it()
    {
        var code = await CodeAsync();
        var tokens = await Client.ExchangeAsync(HttpOne, code);

        var replayed = await Client.ExchangeAsync(HttpOther, code);

        Assert.Equal((200, "invalid_grant"), (tokens.Status, replayed.Error));
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(HttpOne, tokens["refresh_token"]!)).Error); // It was asked for.
    }

    [Fact]
    public async Task A_code_sent_to_both_nodes_at_once_gives_tokens_once()
    {
        var code = await CodeAsync();

        var answers = await Task.WhenAll(Client.ExchangeAsync(HttpOne, code), Client.ExchangeAsync(HttpOther, code));

        Assert.Equal([200, 400], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    [Spec("RFC 7523", "3")]
    public async Task An_assertion_used_at_one_node_is_refused_at_the_other()
    {
        await RegisterAsync(TestAssertion.Register(Client.Registration with { ClientId = "keyed" }));
        var fields = new TestAssertion("keyed", One.Clock.GetUtcNow()).Parameters()
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2!)).Append(new("grant_type", "client_credentials")).ToList(); // Both have a value.

        var first = await TestClient.SendAsync(HttpOne, "token", fields);
        var replayed = await TestClient.SendAsync(HttpOther, "token", fields);

        Assert.Equal((200, "invalid_client"), (first.Status, replayed.Error));
    }

    [Fact]
    [Spec("RFC 9700", "4.14.2")]
    public async Task A_refresh_token_used_at_one_node_and_again_later_at_the_other_ends_the_grant()
    {
        var tokens = await TokensAsync();
        var next = await Client.RefreshAsync(HttpOne, tokens["refresh_token"]!); // It was asked for.
        One.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal("invalid_grant", (await Client.RefreshAsync(HttpOther, tokens["refresh_token"]!)).Error); // As above.
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(HttpOne, next["refresh_token"]!)).Error); // As above.
    }

    [Fact]
    public async Task A_refresh_token_sent_to_both_nodes_at_once_moves_the_grant_by_one_generation()
    {
        var tokens = await TokensAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Client.RefreshAsync(i % 2 == 0 ? HttpOne : HttpOther, tokens["refresh_token"]!))); // It was asked for.

        // One moved it; the others were its retries within the grace, and hold the same generation.
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await Client.RefreshAsync(HttpOther, answers[0]["refresh_token"]!)).Status); // As above.
        One.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(HttpOne, answers[1]["refresh_token"]!)).Error); // As above.
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_over_both_nodes()
    {
        for (var wrong = 0; wrong < 4; wrong++)
            Assert.Contains("Email address or password is wrong", (await TryPasswordAsync("not the password")).Words, StringComparison.Ordinal);

        Assert.Contains("You have tried too many", (await TryPasswordAsync("not the password")).Words, StringComparison.Ordinal);
        Assert.Contains("You have tried too many", (await TryPasswordAsync(TestProvider.Password)).Words, StringComparison.Ordinal);
        Assert.Contains("You have tried too many", (await TryPasswordAsync(TestProvider.Password)).Words, StringComparison.Ordinal);
        One.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/", (await TryPasswordAsync(TestProvider.Password)).Path);
    }

    [Fact]
    public async Task A_changed_registration_counts_at_the_other_node_within_two_seconds()
    {
        var directory = Other.Get<ClientDirectory>();
        await One.RegisterAsync(Client.Registration with { ClientSecretSha256 = [new string('0', 64)] });

        await TwoSecondsAsync(() => directory.Current.Find("appointments")!.ClientSecretSha256[0] == new string('0', 64)); // It is registered.

        foreach (var http in new[] { HttpOne, HttpOther })
            Assert.Equal("invalid_client", (await Client.PostAsync(http, "token", new() { ["grant_type"] = "client_credentials" })).Error);
    }

    private async Task<Page> TryPasswordAsync(string password)
    {
        using var browser = new TestBrowser(new Alternating(One.Handler(), Other.Handler()));
        return await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync("sign-in"), ("Email", "alice@example.test")), ("Password", password));
    }

    private async Task<string?> ActiveAsync(string? token) => (await Client.PostAsync(Http, "introspect", new() { ["token"] = token ?? "" }))["active"];

    private async Task<HttpStatusCode> UserInfoAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        request.Headers.Authorization = new("Bearer", token);
        using var response = await Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
