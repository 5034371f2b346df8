using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

public sealed class SharingTests : JourneyTest
{
    private static readonly Client Choosy = TestClient.Appointments with
    {
        ClientId = "choosy",
        Consent = new ConsentTerms
        {
            Purpose = "To greet you.",
            Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, "To know your name."), ["email"] = new(false, "To write to you.") },
        },
    };

    [Fact]
    public async Task Refusing_sends_access_denied_and_nothing_else()
    {
        var share = await SignInAsync(await ComeFromApplicationAsync());

        var refused = await Browser.SubmitAsync(share, ("Decision", "refuse"));
        Assert.Contains("You chose not to share", refused.Title, StringComparison.Ordinal);
        var back = await Browser.SubmitAsync(refused);

        Assert.Contains("error=access_denied", back.Address.Query, StringComparison.Ordinal);
        Assert.Contains("state=state-of-the-application", back.Address.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", back.Address.Query, StringComparison.Ordinal);
        Assert.Null(await Provider.Get<ConsentStore>().FindAsync(Alice, Client.Registration.ClientId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refusal_can_be_taken_back_before_the_application_hears_of_it()
    {
        var share = await SignInAsync(await ComeFromApplicationAsync());
        await Browser.SubmitAsync(share, ("Decision", "refuse"));

        var back = await Browser.SubmitAsync(await Browser.OpenAsync(share.Path), ("Decision", "agree"));

        Assert.Contains("code=", back.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_optional_and_not_ticked_is_not_shared_and_not_asked_again()
    {
        await Provider.RegisterAsync(Choosy);
        var client = new TestClient(Choosy);
        var share = await SignInAsync(await Browser.OpenAsync(client.AuthorizeUrl()));
        Assert.Contains("To know your name.", share.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1984", share.Words, StringComparison.Ordinal);

        await Browser.SubmitAsync(share, ("Decision", "agree"));

        var decision = await Provider.Get<ConsentStore>().FindAsync(Alice, "choosy", TestContext.Current.CancellationToken);
        Assert.Equal(["name"], decision?.Claims);
        Assert.Contains("code=", (await Browser.OpenAsync(client.AuthorizeUrl())).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_an_application_asks_for_more_it_has_to_ask_again()
    {
        await Browser.SubmitAsync(await SignInAsync(await ComeFromApplicationAsync(("scope", "openid profile"))), ("Decision", "agree"));

        var more = await ComeFromApplicationAsync(("scope", "openid profile email"));

        Assert.StartsWith("/share/", more.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_neither_shows_the_page_again_and_shares_nothing()
    {
        var share = await SignInAsync(await ComeFromApplicationAsync());

        var again = await Browser.SubmitAsync(share, ("Decision", "perhaps"));

        Assert.Equal(share.Path, again.Path);
        Assert.Null(await Provider.Get<ConsentStore>().FindAsync(Alice, Client.Registration.ClientId, TestContext.Current.CancellationToken));
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task What_one_person_agreed_to_does_not_count_for_another_who_signs_in_on_the_same_journey()
    {
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        await Provider.ConsentAsync(bob, Client.Registration);
        var signIn = await ComeFromApplicationAsync(("prompt", "consent"));
        var share = await SignInAsync(signIn);
        using (await Browser.PostAsync(share.Path, share.Hidden.Append(KeyValuePair.Create("Decision", "agree"))))
        {
            // Alice has agreed, and somebody else takes the device before the application hears of it.
        }

        using var signedOut = await Browser.PostAsync("sign-out", (await Browser.OpenAsync("sign-out")).Hidden);
        var password = await Browser.SubmitAsync(await Browser.OpenAsync(signIn.Path), ("Email", "bob@example.test"));
        var asked = await Browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Assert.StartsWith("/share/", asked.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_can_answer_for_the_citizen()
    {
        var share = await SignInAsync(await ComeFromApplicationAsync());
        using var other = Provider.Browser();
        await other.OpenAsync(Client.AuthorizeUrl());

        var page = await other.SubmitAsync(share, ("Decision", "agree"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, page.Status);
        Assert.Null(await Provider.Get<ConsentStore>().FindAsync(Alice, Client.Registration.ClientId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stopping_ends_what_was_given_and_the_application_has_to_ask_again()
    {
        var back = await Browser.SubmitAsync(await SignInAsync(await ComeFromApplicationAsync(("scope", "openid profile offline_access"))), ("Decision", "agree"));
        using var http = Provider.Backchannel();
        var tokens = await Client.ExchangeAsync(http, System.Web.HttpUtility.ParseQueryString(back.Address.Query)["code"]!);

        var home = await Browser.SubmitAsync(await Browser.OpenAsync("stop-sharing/appointments"));

        Assert.Equal("/", home.Path);
        Assert.DoesNotContain("Appointments", home.Words, StringComparison.Ordinal);
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(http, tokens["refresh_token"]!)).Error);
        Assert.StartsWith("/share/", (await ComeFromApplicationAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_nothing_to_stop_where_nothing_is_shared()
    {
        await SignInAsync(await Browser.OpenAsync("sign-in"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await Browser.OpenAsync("stop-sharing/appointments")).Status);
    }

    [Fact]
    public async Task Signing_out_asks_first_and_then_ends_the_session()
    {
        await SignInAsync(await Browser.OpenAsync("sign-in"));

        var done = await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));

        Assert.Equal("/sign-out/done", done.Path);
        Assert.Equal("/welcome", (await Browser.OpenAsync("")).Path);
    }
}
