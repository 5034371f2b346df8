using Identity.Domain.Consent;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

[Spec("OpenID Connect Core", "3.1.2.1")]
public sealed class PromptTests() : ProtocolTest(StorageProvider.Sqlite)
{
    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task Prompt_none_without_a_session_is_login_required()
    {
        using var stranger = Provider.Browser();
        var before = await RowsAsync();

        using var response = await stranger.GetAsync(Client.AuthorizeUrl(("prompt", "none")));

        var answer = TestClient.Answer(response);
        Assert.Equal(("login_required", "state-of-the-application", TestProvider.Issuer.AbsoluteUri), (answer["error"], answer["state"], answer["iss"]));
        Assert.Equal(before, await RowsAsync());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task Prompt_none_without_consent_is_consent_required()
    {
        var client = await RegisterAsync(Client.Registration with { ClientId = "new" }, consented: false);
        var before = await RowsAsync();

        Assert.Equal("consent_required", (await AuthorizeAsync(client, ("prompt", "none")))["error"]);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Prompt_none_with_session_and_consent_is_answered_with_a_code() =>
        Assert.NotEmpty((await AuthorizeAsync(("prompt", "none")))["code"]);

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task Prompt_none_is_interaction_required_where_a_detail_the_application_needs_is_missing()
    {
        var bare = await Provider.CreateBareAccountAsync("bare@example.test");
        using var browser = Provider.Browser();
        await Provider.SignInAsync(browser, bare);
        var before = await RowsAsync();

        using var response = await browser.GetAsync(Client.AuthorizeUrl(("prompt", "none")));

        Assert.Equal("interaction_required", TestClient.Answer(response)["error"]);
        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("openid profile email", "code")]
    [InlineData("openid", "code")]
    [InlineData("openid profile email offline_access", "error")]
    [Spec("OpenID Connect Core", "3.1.2.4")]
    public async Task Consent_is_remembered_until_what_is_asked_grows(string scope, string outcome)
    {
        await Provider.Get<ConsentStore>().GiveAsync(Alice, "appointments", new ConsentDecision(["openid", "profile", "email"], ["name", "birthdate", "locale", "email"], []), TestContext.Current.CancellationToken);

        Assert.True((await AuthorizeAsync(("prompt", "none"), ("scope", scope))).ContainsKey(outcome));
    }

    [Fact]
    public async Task Prompt_login_asks_once_and_the_new_sign_in_is_what_the_ID_token_tells()
    {
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));

        var answer = await SignInAsync(asked);

        var tokens = await Client.ExchangeAsync(Http, answer["code"]);
        Assert.Equal(Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), tokens.Payload("id_token").GetProperty("auth_time").GetInt64());
    }

    [Fact]
    public async Task Prompt_login_is_not_satisfied_by_coming_back_without_signing_in()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login")));
        var key = InteractionKey(asked, "sign-in");

        using var again = await Browser.GetAsync($"authorize?interaction={key}");

        Assert.Equal(key, InteractionKey(again, "sign-in"));
    }

    [Fact]
    public async Task Prompt_consent_asks_although_it_was_given()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "consent")));
        var key = InteractionKey(asked, "share");

        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.ConsentedAsync(interaction, CancellationToken.None));

        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Fact]
    [Spec("RFC 6749", "4.1.2.1")]
    public async Task Who_chooses_not_to_share_sends_back_access_denied_and_nothing_else()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "consent")));
        var key = InteractionKey(asked, "share");
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.RefusedAsync(interaction, CancellationToken.None));

        var answer = await ContinueAsync(key);

        Assert.Equal(["error", "error_description", "iss", "state"], answer.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("access_denied", answer["error"]);
        Assert.Contains("grants=0", await RowsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_select_account_asks_whether_to_go_on_as_the_one_signed_in()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "select_account")));
        var key = InteractionKey(asked, "sign-in");
        Assert.EndsWith("/continue-as", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);

        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.ChoseAccountAsync(interaction, CancellationToken.None));

        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Fact]
    public async Task Several_prompts_are_asked_one_after_the_other()
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("prompt", "login consent")));
        var key = InteractionKey(asked, "sign-in");
        await Provider.AnswerAsync(Browser, key, async (interactions, interaction, context) =>
            await interactions.SignedInAsync(interaction, await Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password), CancellationToken.None));

        using var next = await Browser.GetAsync($"authorize?interaction={key}");
        Assert.Equal(key, InteractionKey(next, "share"));
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.ConsentedAsync(interaction, CancellationToken.None));

        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(600)]
    public async Task A_max_age_that_has_passed_asks_for_a_sign_in_and_never_again_during_it(int seconds)
    {
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(("max_age", $"{seconds}")));
        var key = InteractionKey(asked, "sign-in");
        await Provider.AnswerAsync(Browser, key, async (interactions, interaction, context) =>
            await interactions.SignedInAsync(interaction, await Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password), CancellationToken.None));
        Provider.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Theory]
    [InlineData("601", "code")]
    [InlineData("2147483647", "code")]
    [InlineData("600", "error")]
    [InlineData("0", "error")]
    public async Task Max_age_counts_from_the_sign_in_and_not_from_the_last_use(string seconds, string outcome)
    {
        Provider.Clock.Advance(TimeSpan.FromMinutes(5));
        await AuthorizeAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await AuthorizeAsync(("prompt", "none"), ("max_age", seconds))).ContainsKey(outcome));
    }
}
