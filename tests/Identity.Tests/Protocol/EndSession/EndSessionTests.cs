using System.Net;
using Identity.Domain.Storage;
using Identity.Protocol.EndSession;
using Identity.Testing;

namespace Identity.Tests.Protocol.EndSession;

[Spec("OpenID Connect RP-Initiated Logout", "2")]
public sealed class EndSessionTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private const string Return = "https://appointments.example/signed-out";

    [Fact]
    public async Task An_ID_token_of_the_person_signed_in_signs_out_and_goes_back_with_the_state()
    {
        var tokens = await TokensAsync();

        using var response = await EndAsync(("id_token_hint", tokens["id_token"]), ("post_logout_redirect_uri", Return), ("state", "mine & yours"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Return + "?state=mine%20%26%20yours#", response.Headers.Location?.OriginalString);
        await SignedOutAsync(tokens);
    }

    [Fact]
    public async Task A_request_by_POST_is_answered_alike()
    {
        var tokens = await TokensAsync();

        using var response = await Browser.PostAsync("end-session", [new("id_token_hint", tokens["id_token"]!), new("post_logout_redirect_uri", Return)]); // The exchange is valid.

        Assert.Equal(Return + "#", response.Headers.Location?.OriginalString);
        await SignedOutAsync(tokens);
    }

    [Fact]
    public async Task An_ID_token_that_has_expired_is_proof_enough()
    {
        var tokens = await TokensAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(15));

        using var response = await EndAsync(("id_token_hint", tokens["id_token"]));

        Assert.Equal("/sign-out/done", response.Headers.Location?.OriginalString);
        await SignedOutAsync(tokens);
    }

    [Fact]
    public async Task Without_an_ID_token_the_person_is_asked_first_and_stays_signed_in_meanwhile()
    {
        var tokens = await TokensAsync();

        using var response = await EndAsync(("client_id", "appointments"), ("post_logout_redirect_uri", Return), ("state", "mine"));

        var key = InteractionKey(response, "sign-out");
        await StillSignedInAsync(tokens);
        await Provider.VisitAsync(Browser, async context =>
        {
            var state = await Provider.Get<EndSessionInteractions>().FindAsync(context, key);
            Assert.Equal(("Appointments", Return + "?state=mine#"), (state?.ClientName, state?.ReturnTo));
            await Provider.Get<EndSessionInteractions>().SignOutAsync(context, key, state!); // As just asserted.
        });
        await SignedOutAsync(tokens);
    }

    [Fact]
    public async Task The_question_opens_only_in_the_browser_that_was_asked()
    {
        using var response = await EndAsync();
        var key = InteractionKey(response, "sign-out");
        using var stranger = Provider.Browser();

        await Provider.VisitAsync(stranger, async context => Assert.Null(await Provider.Get<EndSessionInteractions>().FindAsync(context, key)));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.")]
    public async Task A_hint_that_proves_nothing_asks(string hint)
    {
        var tokens = await TokensAsync();

        using var response = await EndAsync(("id_token_hint", hint));

        InteractionKey(response, "sign-out");
        await StillSignedInAsync(tokens);
    }

    [Fact]
    public async Task An_ID_token_of_another_person_asks()
    {
        var tokens = await TokensAsync();
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        using var theirs = Provider.Browser();
        await Provider.SignInAsync(theirs, bob);
        await Provider.ConsentAsync(bob, Client.Registration);
        using var answer = await theirs.GetAsync(Client.AuthorizeUrl());
        var hint = (await Client.ExchangeAsync(Http, TestClient.Answer(answer)["code"]))["id_token"];

        using var response = await EndAsync(("id_token_hint", hint), ("post_logout_redirect_uri", Return));

        InteractionKey(response, "sign-out");
        await StillSignedInAsync(tokens);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData(Return + "/")]
    [InlineData(Return + "?x=y")]
    [InlineData(TestClient.RedirectUri)]
    [InlineData("javascript:alert(1)")]
    [Spec("OpenID Connect RP-Initiated Logout", "3")]
    public async Task An_address_that_is_not_registered_gets_a_page_and_nothing_happens(string uri)
    {
        var tokens = await TokensAsync();

        using var response = await EndAsync(("id_token_hint", tokens["id_token"]), ("client_id", "appointments"), ("post_logout_redirect_uri", uri));

        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Null(response.Headers.Location);
        Assert.DoesNotContain("attacker", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await StillSignedInAsync(tokens);
    }

    [Fact]
    public async Task An_address_of_another_client_gets_a_page()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other", PostLogoutRedirectUris = ["https://other.example/out"] });
        var tokens = await TokensAsync();

        using var response = await EndAsync(("id_token_hint", tokens["id_token"]), ("post_logout_redirect_uri", "https://other.example/out"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await StillSignedInAsync(tokens);
    }

    [Fact]
    public async Task An_address_without_a_client_to_check_it_against_is_not_gone_to()
    {
        using var response = await EndAsync(("post_logout_redirect_uri", "https://attacker.example/"));

        Assert.NotEqual("attacker.example", response.Headers.Location is { IsAbsoluteUri: true } location ? location.Host : null);
    }

    [Fact]
    public async Task A_client_id_other_than_that_of_the_ID_token_gets_a_page()
    {
        await RegisterAsync(Client.Registration with { ClientId = "other" });
        var tokens = await TokensAsync();

        using var response = await EndAsync(("id_token_hint", tokens["id_token"]), ("client_id", "other"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await StillSignedInAsync(tokens);
    }

    [Fact]
    public async Task Who_is_not_signed_in_goes_straight_back()
    {
        using var stranger = Provider.Browser();

        using var response = await stranger.GetAsync($"end-session?client_id=appointments&post_logout_redirect_uri={Uri.EscapeDataString(Return)}");

        Assert.Equal(Return + "#", response.Headers.Location?.OriginalString);
    }

    private Task<HttpResponseMessage> EndAsync(params (string Name, string? Value)[] fields) =>
        Browser.GetAsync("end-session?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value ?? "")}")));

    private async Task SignedOutAsync(TokenAnswer tokens)
    {
        Assert.DoesNotContain(Browser.Cookies.GetCookies(TestProvider.Issuer), cookie => cookie.Name == "session");
        Assert.Equal("login_required", (await AuthorizeAsync(("prompt", "none")))["error"]);
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange was valid.
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task StillSignedInAsync(TokenAnswer tokens)
    {
        Assert.NotEmpty((await AuthorizeAsync(("prompt", "none")))["code"]);
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange was valid.
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
