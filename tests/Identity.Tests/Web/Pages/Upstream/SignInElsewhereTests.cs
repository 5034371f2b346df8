using System.Net;
using System.Web;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Upstream;
using Identity.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Web.Pages.Upstream;

/// <summary>Signing in at another provider.</summary>
public sealed class SignInElsewhereTests : UpstreamPagesTests
{
    [Fact]
    public async Task Whoever_has_connected_it_signs_in_by_it_and_is_back_at_the_application()
    {
        await LinkAsync();
        var first = await Browser.OpenAsync(Clinic.AuthorizeUrl());
        Assert.Contains("Sign in with Example Bank", first.Words, StringComparison.Ordinal);

        var back = await Browser.OpenAsync(Callback(await Browser.OpenAsync(first.Path + "/at/provider")));

        var code = TestClient.Answer(back.Address)["code"];
        using var http = Provider.Backchannel();
        var token = (await Clinic.ExchangeAsync(http, code)).Payload("id_token");
        Assert.Equal("aal1", token.GetProperty("acr").GetString());
        Assert.Equal(["federated"], token.GetProperty("amr").EnumerateArray().Select(method => method.GetString()));
    }

    [Theory, Spec("RFC 8176", "2")]
    [InlineData("acr", "strong", "aal2")]
    [InlineData("acr", "phr", "aal1")]
    [InlineData("amr", "mfa", "aal2")]
    [InlineData("amr", "pwd", "aal1")]
    public async Task A_sign_in_is_worth_what_the_provider_says_and_the_operator_believes(string claim, string value, string acr)
    {
        await LinkAsync();
        Other.Token = claims => claims[claim] = claim == "amr" ? new System.Text.Json.Nodes.JsonArray(value) : value;

        var back = await Browser.OpenAsync(Callback(await ElsewhereAsync()));

        using var http = Provider.Backchannel();
        var token = (await Clinic.ExchangeAsync(http, TestClient.Answer(back.Address)["code"])).Payload("id_token");
        Assert.Equal(acr, token.GetProperty("acr").GetString());
    }

    [Fact]
    public async Task It_asks_who_it_is_and_for_nothing_else()
    {
        var page = await ElsewhereAsync();
        Assert.Contains("We learn that it is you who signed in there, and nothing else that it knows about you.", page.Words, StringComparison.Ordinal);

        var asked = HttpUtility.ParseQueryString(Address(page).Query);
        Assert.Equal(("openid", "strong", null, null), (asked["scope"], asked["acr_values"], asked["claims"], asked["vtr"]));
        await Browser.OpenAsync(Callback(page));
        Assert.DoesNotContain("/userinfo", Other.Asked);
    }

    [Fact]
    public async Task Whoever_has_a_second_step_is_asked_for_it()
    {
        await LinkAsync();
        await Provider.Credentials.AddAppAsync(Alice);

        Assert.EndsWith("/confirm-password", (await Browser.OpenAsync(Callback(await ElsewhereAsync()))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_found_by_anything_that_the_provider_says_of_them()
    {
        Other.Claims["email"] = "alice@example.test";
        Other.Claims["email_verified"] = true;

        var page = await Browser.OpenAsync(Callback(await ElsewhereAsync()));

        Assert.Contains("This is not connected to an account yet", page.Words, StringComparison.Ordinal);
        Assert.Contains("Create an account", page.Words, StringComparison.Ordinal);
        Assert.Contains("href=\"/account/sign-in/at/provider\"", page.Html, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<UpstreamLinks>().OfAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task Another_account_there_opens_nothing()
    {
        await LinkAsync();
        Other.Claims["sub"] = "bob-there";

        Assert.Contains("This is not connected to an account yet", (await Browser.OpenAsync(Callback(await ElsewhereAsync()))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_account_stays_closed()
    {
        await LinkAsync();
        var alice = await Provider.Get<AccountStore>().FindAsync(Alice, Cancellation);
        await Provider.Get<AccountHolds>().HoldAsync(alice!, HoldReason.Safety, "operator:test", Cancellation); // It was created.

        Assert.Equal(HttpStatusCode.Forbidden, (await Browser.OpenAsync(Callback(await ElsewhereAsync()))).Status);
    }

    [Theory]
    [InlineData("access_denied", "You stopped it.")]
    [InlineData("server_error", "It did not work.")]
    public async Task Whoever_comes_back_without_can_try_again_or_another_way(string error, string words)
    {
        var page = await Browser.OpenAsync(Callback(await ElsewhereAsync(), brought =>
        {
            brought.Remove("code");
            brought["error"] = error;
        }));

        Assert.Contains(words, page.Words, StringComparison.Ordinal);
        Assert.Contains("Go to 127.0.0.1", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("error_description", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_no_end()
    {
        Other.Instead["/.well-known/openid-configuration"] = context => Verifiers.Upstream.OtherProvider.Refuse(context, StatusCodes.Status503ServiceUnavailable);

        var page = await ElsewhereAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("This does not work at the moment.", page.Words, StringComparison.Ordinal);
    }

    [Fact, Spec("RFC 9700", "4.7.1")]
    public async Task A_response_counts_once()
    {
        await LinkAsync();
        var callback = Callback(await ElsewhereAsync());
        await Browser.OpenAsync(callback);

        Assert.Contains("We do not know where you came from", (await Browser.OpenAsync(callback)).Words, StringComparison.Ordinal);
    }

    [Fact, Spec("RFC 9700", "4.7.1")]
    public async Task A_response_that_another_browser_fetched_signs_nobody_in()
    {
        await LinkAsync();
        using var thief = Provider.Browser();
        var planted = Callback(await ElsewhereAsync(thief));
        await ElsewhereAsync();
        var before = Other.Forms.Count;

        Assert.Contains("We do not know where you came from", (await Browser.OpenAsync(planted)).Words, StringComparison.Ordinal);
        Assert.Equal(before, Other.Forms.Count);
    }

    [Theory, Spec("OpenID Connect Core", "3.1.3.7")]
    [InlineData("nonce")]
    [InlineData("iss")]
    [InlineData("aud")]
    public async Task A_token_that_is_not_to_be_believed_signs_nobody_in(string claim)
    {
        await LinkAsync();
        Other.Token = claims => claims[claim] = "another";

        Assert.Contains("It did not work.", (await Browser.OpenAsync(Callback(await ElsewhereAsync()))).Words, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/", (await Browser.OpenAsync(Clinic.AuthorizeUrl())).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_nobody_named_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Browser.OpenAsync((await Browser.OpenAsync(Clinic.AuthorizeUrl())).Path + "/at/nobody")).Status);

    [Fact]
    public async Task A_verifier_that_signs_nobody_in_stops_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(settings: ("Verifiers:SignIn", "simulated")));

        Assert.Contains("Verifiers:SignIn names simulated, which signs nobody in. Leave it out.", refused.Failures);
    }
}
