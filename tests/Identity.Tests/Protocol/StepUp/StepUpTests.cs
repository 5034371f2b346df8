using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.StepUp;

/// <summary>Alice has signed in by password; a client wants to be surer.</summary>
[Spec("RFC 9470", "5")]
public sealed class StepUpTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private const string Essential = """{"id_token":{"acr":{"essential":true,"values":["phr"]}}}""";

    [Theory]
    [InlineData("acr_values", "aal2")]
    [InlineData("acr_values", "phr aal2")]
    [InlineData("claims", Essential)]
    [InlineData("claims", """{"id_token":{"acr":{"essential":true,"value":"aal2"}}}""")]
    public async Task What_was_proved_is_not_enough_and_is_asked_for_in_the_same_session(string parameter, string value)
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl((parameter, value)));

        InteractionKey(asked, "sign-in");
        Assert.EndsWith("/confirm-it-is-you", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await SessionsAsync());
    }

    [Theory]
    [InlineData("acr_values", "aal1")]
    [InlineData("acr_values", "phr aal1")]
    [InlineData("acr_values", "urn:another:provider")]
    [InlineData("claims", """{"id_token":{"acr":{"essential":true,"values":["phr","aal1"]}}}""")]
    [InlineData("claims", """{"id_token":{"acr":null}}""")]
    [InlineData("claims", """{"userinfo":{"email":{"essential":true}}}""")]
    public async Task What_was_proved_is_enough(string parameter, string value) =>
        Assert.NotEmpty((await AuthorizeAsync((parameter, value)))["code"]);

    [Fact]
    public async Task The_tokens_tell_what_was_proved_and_when()
    {
        var key = await AskAsync(("claims", Essential));
        Provider.Clock.Advance(TimeSpan.FromMinutes(3));
        await ConfirmAsync(key, ProofMethod.PasskeySynced);

        var tokens = await Client.ExchangeAsync(Http, (await ContinueAsync(key))["code"]);

        var id = tokens.Payload("id_token");
        Assert.Equal("phr", id.GetProperty("acr").GetString());
        Assert.Equal(["pop", "swk", "user", "mfa"], id.GetProperty("amr").EnumerateArray().Select(value => value.GetString()!));
        Assert.Equal(Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), id.GetProperty("auth_time").GetInt64());
        // RFC 9470 §6.1.
        var access = tokens.Payload("access_token");
        Assert.Equal(("phr", id.GetProperty("auth_time").GetInt64()), (access.GetProperty("acr").GetString(), access.GetProperty("auth_time").GetInt64()));
    }

    [Fact]
    public async Task The_session_stays_the_same_under_another_key()
    {
        var before = (await Client.ExchangeAsync(Http, (await AuthorizeAsync())["code"])).Payload("id_token").GetProperty("sid").GetString();
        var oldKey = Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value; // Alice is signed in.
        var key = await AskAsync(("acr_values", "phr"));

        await ConfirmAsync(key, ProofMethod.PasskeyDevice);

        var after = (await Client.ExchangeAsync(Http, (await ContinueAsync(key))["code"])).Payload("id_token").GetProperty("sid").GetString();
        Assert.Equal(before, after);
        Assert.Null(await Provider.Get<SessionStore>().FindAsync(oldKey, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_factor_more_is_two_with_the_password_of_the_session()
    {
        var key = await AskAsync(("acr_values", "aal2"));
        await ConfirmAsync(key, ProofMethod.AuthenticatorApp);

        var id = (await Client.ExchangeAsync(Http, (await ContinueAsync(key))["code"])).Payload("id_token");

        Assert.Equal("aal2", id.GetProperty("acr").GetString());
        Assert.Equal(["pwd", "otp", "mfa"], id.GetProperty("amr").EnumerateArray().Select(value => value.GetString()!));
    }

    [Fact]
    [Spec("OpenID Connect Core", "5.5.1.1")]
    public async Task Of_the_values_asked_for_the_first_that_is_met_is_told()
    {
        await SignInByAsync(ProofMethod.PasskeySynced);

        var id = (await TokensAsync(("acr_values", "aal2 aal1"))).Payload("id_token");

        Assert.Equal("aal2", id.GetProperty("acr").GetString());
    }

    [Fact]
    public async Task Without_a_wish_the_class_that_was_reached_is_told()
    {
        Assert.Equal("aal1", (await TokensAsync()).Payload("id_token").GetProperty("acr").GetString());
        await SignInByAsync(ProofMethod.PasskeySynced);
        Assert.Equal("phr", (await TokensAsync()).Payload("id_token").GetProperty("acr").GetString());
    }

    [Fact]
    public async Task What_is_essential_and_cannot_be_proved_is_an_error_and_no_grant()
    {
        var key = await AskAsync(("claims", Essential));
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.CannotProveAsync(interaction, CancellationToken.None));

        var answer = await ContinueAsync(key);

        Assert.Equal("unmet_authentication_requirements", answer["error"]);
        Assert.Contains("grants=0", await RowsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task What_is_voluntary_and_cannot_be_proved_is_a_lower_answer_that_says_so()
    {
        var key = await AskAsync(("acr_values", "phr"));
        await Provider.AnswerAsync(Browser, key, (interactions, interaction, _) => interactions.CannotProveAsync(interaction, CancellationToken.None));

        var tokens = await Client.ExchangeAsync(Http, (await ContinueAsync(key))["code"]);

        Assert.Equal("aal1", tokens.Payload("id_token").GetProperty("acr").GetString());
    }

    [Fact]
    public async Task Coming_back_without_proving_it_asks_again()
    {
        var key = await AskAsync(("claims", Essential));

        using var again = await Browser.GetAsync($"authorize?interaction={key}");

        Assert.Equal(key, InteractionKey(again, "sign-in"));
    }

    [Theory]
    [InlineData("""{"id_token":{"acr":{"essential":true,"values":["urn:another:provider"]}}}""")]
    [InlineData("""{"id_token":{"acr":{"essential":true,"value":"phrh"}}}""")]
    public async Task What_nobody_can_meet_is_an_error_at_once(string claims) =>
        Assert.Equal("unmet_authentication_requirements", (await AuthorizeAsync(("claims", claims)))["error"]);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"acr\"")]
    [InlineData("""{"id_token":[]}""")]
    [InlineData("""{"id_token":{"acr":"phr"}}""")]
    [InlineData("""{"id_token":{"acr":{"essential":"true"}}}""")]
    [InlineData("""{"id_token":{"acr":{"values":"phr"}}}""")]
    [InlineData("""{"id_token":{"acr":{"values":[1]}}}""")]
    [InlineData("""{"id_token":{"acr":{"value":1}}}""")]
    [InlineData("""{"id_token":{"acr":{"value":"aal1"},"acr":{"value":"phr"}}}""")]
    [InlineData("""{"id_token":{"acr":{"x":{"x":{"x":{"x":{"x":{"x":{"x":{"x":{"a":{"b":{"c":{"d":{"e":{"f":{"g":1}}}}}}}}}}}}}}}}}""")]
    [Spec("OpenID Connect Core", "5.5")]
    public async Task Claims_that_are_not_as_specified_are_an_invalid_request(string claims) =>
        Assert.Equal("invalid_request", (await AuthorizeAsync(("claims", claims)))["error"]);

    [Theory]
    [InlineData("acr_values", "phr")]
    [InlineData("claims", Essential)]
    [Spec("OpenID Connect Core", "3.1.2.6")]
    public async Task Prompt_none_is_login_required(string parameter, string value) =>
        Assert.Equal("login_required", (await AuthorizeAsync(("prompt", "none"), (parameter, value)))["error"]);

    [Fact]
    public async Task Max_age_and_a_class_have_to_be_met_by_the_same_proof()
    {
        await SignInByAsync(ProofMethod.PasskeySynced);
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        var key = await AskAsync(("acr_values", "phr"), ("max_age", "60"));
        await ConfirmAsync(key, ProofMethod.Password);

        using var still = await Browser.GetAsync($"authorize?interaction={key}");
        Assert.Equal(key, InteractionKey(still, "sign-in"));

        await ConfirmAsync(key, ProofMethod.PasskeySynced);
        Assert.NotEmpty((await ContinueAsync(key))["code"]);
    }

    [Fact]
    public async Task A_fresh_password_does_not_freshen_an_old_passkey()
    {
        await SignInByAsync(ProofMethod.PasskeySynced);
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        var key = await AskAsync(("max_age", "60"));
        await ConfirmAsync(key, ProofMethod.Password);

        var id = (await Client.ExchangeAsync(Http, (await ContinueAsync(key))["code"])).Payload("id_token");

        Assert.Equal(("aal1", Provider.Clock.GetUtcNow().ToUnixTimeSeconds()), (id.GetProperty("acr").GetString(), id.GetProperty("auth_time").GetInt64()));
    }

    [Fact]
    public async Task Left_half_way_and_resumed_by_another_citizen_it_is_theirs_and_nothing_of_the_first_ones()
    {
        await SignInByAsync(ProofMethod.PasskeySynced);
        Provider.Clock.Advance(TimeSpan.FromMinutes(10));
        var key = await AskAsync(("claims", Essential), ("max_age", "60"));
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.ConsentAsync(bob, Client.Registration);

        await Provider.AnswerAsync(Browser, key, async (interactions, interaction, context) =>
            await interactions.SignedInAsync(interaction, await Provider.Get<BrowserSession>().SignInAsync(context, bob, ProofMethod.Password), CancellationToken.None));

        using var asked = await Browser.GetAsync($"authorize?interaction={key}");
        Assert.EndsWith("/confirm-it-is-you", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pushed_request_is_held_to_the_same()
    {
        var refused = await TestClient.SendAsync(Http, "par", Client.Parameters(("claims", "{")), TestClient.Basic("appointments", TestClient.Secret));

        Assert.Equal("invalid_request", refused.Error);
    }

    [Fact]
    [Spec("RFC 9470", "7")]
    public async Task Discovery_names_the_classes_a_citizen_can_reach()
    {
        var document = await Http.GetStringAsync(".well-known/openid-configuration", TestContext.Current.CancellationToken);

        Assert.Contains("\"acr_values_supported\":[\"aal1\",\"aal2\",\"phr\"]", document.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(params (string, string?)[] changes)
    {
        using var asked = await Browser.GetAsync(Client.AuthorizeUrl(changes));
        return InteractionKey(asked, "sign-in");
    }

    private Task SignInByAsync(ProofMethod method) =>
        Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignInAsync(context, Alice, method));

    private Task ConfirmAsync(string key, ProofMethod method) => Provider.AnswerAsync(Browser, key, async (interactions, interaction, context) =>
    {
        var browser = Provider.Get<BrowserSession>();
        var session = await browser.FindAsync(context) ?? throw new InvalidOperationException("Nobody is signed in.");
        var confirmed = await browser.ConfirmAsync(context, session, method) ?? throw new InvalidOperationException("The session has ended.");
        await interactions.ConfirmedAsync(interaction, confirmed, CancellationToken.None);
    });

    private Task<long> SessionsAsync() => Provider.Get<IDatabase>().ReadAsync(
        read => read.FirstAsync(CountSessions, row => row.GetInt64(0)), TestContext.Current.CancellationToken);

    private static readonly Statement CountSessions = new("test.living-sessions", "SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL");
}
