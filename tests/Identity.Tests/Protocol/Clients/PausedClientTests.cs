using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.Clients;

/// <summary>An application that is paused gets nothing, its people get a page, and all goes on when it is resumed.</summary>
[Spec("RFC 6749", "5.2")]
public sealed class PausedClientTests() : ProtocolTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task A_person_sees_a_page_and_is_not_sent_back()
    {
        await PauseAsync(true);

        using var response = await Browser.GetAsync(Client.AuthorizeUrl());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Contains("You cannot sign in to Appointments now", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task With_prompt_none_the_application_is_told()
    {
        await PauseAsync(true);

        Assert.Equal("unauthorized_client", (await AuthorizeAsync(("prompt", "none")))["error"]);
    }

    [Fact]
    public async Task A_redirect_URI_that_is_not_registered_is_the_graver_fault()
    {
        await PauseAsync(true);

        using var response = await Browser.GetAsync(Client.AuthorizeUrl(("redirect_uri", "https://elsewhere.example/")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_code_from_before_is_not_exchanged_until_it_is_resumed()
    {
        var code = (await AuthorizeAsync())["code"];
        await PauseAsync(true);
        var paused = await Client.ExchangeAsync(Http, code);
        await PauseAsync(false);
        var resumed = await Client.ExchangeAsync(Http, code);

        Assert.Equal((400, "unauthorized_client"), (paused.Status, paused.Error));
        Assert.Equal(200, resumed.Status);
    }

    [Fact]
    public async Task Neither_a_refresh_nor_its_own_credentials_help()
    {
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await PauseAsync(true);

        Assert.Equal("unauthorized_client", (await Client.RefreshAsync(Http, tokens["refresh_token"]!)).Error); // Asked for above.
        Assert.Equal("unauthorized_client", (await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" })).Error);
    }

    [Fact]
    public async Task A_stranger_does_not_learn_by_it_which_applications_are_paused()
    {
        await PauseAsync(true);

        var answer = await TestClient.SendAsync(Http, "token", [KeyValuePair.Create("grant_type", "client_credentials")], TestClient.Basic("appointments", "guessed"));

        Assert.Equal("invalid_client", answer.Error);
    }

    [Fact]
    [Spec("RFC 9126", "2.3")]
    public async Task Nothing_is_left_beforehand_either()
    {
        await PauseAsync(true);

        var answer = await TestClient.SendAsync(Http, "par", Client.Parameters(), TestClient.Basic("appointments", TestClient.Secret));

        Assert.Equal("unauthorized_client", answer.Error);
    }

    [Fact]
    public async Task Another_node_knows_within_its_poll()
    {
        await using var other = await Provider.AnotherAsync();
        using var http = other.Backchannel();
        await PauseAsync(true);
        await other.Get<Identity.Domain.Partners.ClientDirectory>().RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Equal("unauthorized_client", (await Client.PostAsync(http, "token", new() { ["grant_type"] = "client_credentials" })).Error);
    }

    private Task PauseAsync(bool paused) => Provider.RegisterAsync(Client.Registration with { Paused = paused });
}
