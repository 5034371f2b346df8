using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

[Spec("OpenID Connect Core", "3.1.2.1")]
public sealed class HintTests() : ProtocolTest
{
    [Fact]
    public async Task An_ID_token_of_the_person_signed_in_changes_nothing()
    {
        var hint = (await TokensAsync())["id_token"];

        Assert.NotEmpty((await AuthorizeAsync(("id_token_hint", hint), ("prompt", "none")))["code"]);
    }

    [Fact]
    public async Task An_ID_token_that_has_expired_is_a_hint_still()
    {
        var hint = (await TokensAsync())["id_token"];
        Provider.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.NotEmpty((await AuthorizeAsync(("id_token_hint", hint), ("prompt", "none")))["code"]);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.2")]
    public async Task An_ID_token_of_another_person_is_login_required_where_nothing_may_be_asked()
    {
        var hint = await HintOfBobAsync();

        Assert.Equal("login_required", (await AuthorizeAsync(("id_token_hint", hint), ("prompt", "none")))["error"]);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.2")]
    public async Task An_ID_token_of_another_person_asks_that_person_to_sign_in_and_answers_about_nobody_else()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("id_token_hint", await HintOfBobAsync())));

        var answer = await SignInAsync(asked);

        Assert.Equal("login_required", answer["error"]);
        Assert.DoesNotContain("code", answer.Keys);
    }

    [Fact]
    public async Task An_ID_token_of_another_client_is_refused()
    {
        var other = await RegisterAsync(Client.Registration with { ClientId = "other" });
        var hint = (await TokensAsync(other))["id_token"];

        Assert.Equal("invalid_request", (await AuthorizeAsync(("id_token_hint", hint)))["error"]);
    }

    [Fact]
    [Spec("RFC 8725", "3.11")]
    public async Task An_access_token_is_no_hint()
    {
        var token = (await TokensAsync())["access_token"];

        Assert.Equal("invalid_request", (await AuthorizeAsync(("id_token_hint", token)))["error"]);
    }

    [Fact]
    public async Task What_the_application_hints_is_there_for_the_page()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login"), ("login_hint", "alice@example.test"), ("ui_locales", "cy en")));

        await Provider.AnswerAsync(Browser, InteractionKey(asked, "sign-in"), (_, interaction, _) =>
        {
            Assert.Equal("alice@example.test", interaction.LoginHint);
            Assert.Equal("cy en", interaction.State.Parameters["ui_locales"]);
            Assert.Equal("appointments", interaction.Client?.ClientId);
            Assert.Equal(TestClient.RedirectUri, interaction.RedirectUri?.OriginalString);
            return Task.CompletedTask;
        });
    }

    private async Task<string> HintOfBobAsync()
    {
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        using var browser = Provider.Browser();
        await Provider.SignInAsync(browser, bob);
        await Provider.ConsentAsync(bob, Client.Registration);
        using var response = await browser.GetAsync(Client.AuthorizeUrl());
        return (await Client.ExchangeAsync(Http, TestClient.Answer(response)["code"]))["id_token"]!; // Bob is signed in and has agreed.
    }
}
