using System.Web;
using Identity.Domain.Partners;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.FrontChannelLogout;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol.FrontChannelLogout;

[Spec("OpenID Connect Front-Channel Logout", "3")]
public sealed class SigningOutTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private const string Return = "https://appointments.example/signed-out?state=mine#";

    [Fact]
    public async Task An_application_that_shared_is_told_with_the_issuer_and_the_session_of_its_ID_token()
    {
        var tokens = await TokensAsync(await FramedAsync("framed", "https://framed.example/out"));

        var told = await ToldAsync(await SignOutAsync());

        var frame = new Uri(Assert.Single(told!.Frames)); // It is told.
        Assert.Equal("https://framed.example/out", frame.GetLeftPart(UriPartial.Path));
        Assert.Equal((TestProvider.Issuer.AbsoluteUri, tokens.Payload("id_token").GetProperty("sid").GetString()), (Value(frame, "iss"), Value(frame, "sid")));
    }

    [Fact]
    public async Task A_query_of_its_own_stays()
    {
        await TokensAsync(await FramedAsync("framed", "https://framed.example/out?tenant=a%26b"));

        var frame = new Uri(Assert.Single((await ToldAsync(await SignOutAsync()))!.Frames)); // It is told.

        Assert.Equal(("a&b", TestProvider.Issuer.AbsoluteUri), (Value(frame, "tenant"), Value(frame, "iss")));
    }

    [Fact]
    public async Task It_is_told_of_the_session_that_it_knows_when_another_took_its_place()
    {
        var tokens = await TokensAsync(await FramedAsync("framed"));
        await Provider.VisitAsync(Browser, context => Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password));

        var told = await ToldAsync(await SignOutAsync());

        Assert.Equal(tokens.Payload("id_token").GetProperty("sid").GetString(), Value(new Uri(Assert.Single(told!.Frames)), "sid")); // It is told.
    }

    [Fact]
    public async Task Who_shared_twice_is_told_once()
    {
        var client = await FramedAsync("framed");
        await TokensAsync(client);
        await TokensAsync(client);

        Assert.Single((await ToldAsync(await SignOutAsync()))!.Frames); // It is told.
    }

    [Fact]
    public async Task A_session_that_nobody_shares_goes_straight_on()
    {
        await FramedAsync("framed");

        Assert.Equal(Return, await SignOutAsync(Return));
    }

    [Fact]
    public async Task An_application_without_an_address_needs_no_page()
    {
        await TokensAsync();

        Assert.Equal((InteractionPages.SignedOut, Return), (await SignOutAsync(), await SignOutAsync(Return)));
    }

    [Fact]
    public async Task Who_was_told_of_no_session_is_told_of_no_end()
    {
        await TokensAsync(await FramedAsync("framed"), ("scope", "profile"), ("nonce", null));

        Assert.Equal(InteractionPages.SignedOut, await SignOutAsync());
    }

    [Fact]
    public async Task What_somebody_else_shares_and_another_browser_of_theirs_is_let_be()
    {
        var client = await FramedAsync("framed");
        var bob = await Provider.CreateAccountAsync("bob@example.test");
        using var theirs = Provider.Browser();
        using var phone = Provider.Browser();
        await Provider.SignInAsync(theirs, bob);
        await Provider.ConsentAsync(bob, client.Registration);
        await Provider.SignInAsync(phone, Alice);
        foreach (var browser in new[] { theirs, phone })
            using (var answer = await browser.GetAsync(client.AuthorizeUrl()))
                Assert.NotEmpty(TestClient.Answer(answer)["code"]);

        Assert.Equal(InteractionPages.SignedOut, await SignOutAsync());
    }

    [Fact]
    public async Task An_application_that_is_gone_is_not_told()
    {
        var client = await FramedAsync("framed");
        await TokensAsync(client);
        await Provider.RegisterAsync(client.Registration with { FrontchannelLogoutUri = null });

        Assert.Equal(InteractionPages.SignedOut, await SignOutAsync());
    }

    [Fact]
    public async Task No_more_are_told_than_a_page_can_show_and_the_latest_come_first()
    {
        for (var count = 1; count <= LogoutFrames.Most + 2; count++)
        {
            Provider.Clock.Advance(TimeSpan.FromSeconds(1));
            await AuthorizeAsync(await FramedAsync($"framed-{count}", $"https://app{count}.example/out"));
        }

        var told = await ToldAsync(await SignOutAsync());

        Assert.Equal(LogoutFrames.Most, told!.Frames.Count); // They are told.
        Assert.StartsWith($"https://app{LogoutFrames.Most + 2}.example/out?", told.Frames[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_of_this_browser_and_for_a_while()
    {
        await TokensAsync(await FramedAsync("framed"));
        var page = await SignOutAsync(Return);
        using var stranger = Provider.Browser();

        Assert.Null(await ToldAsync(page, stranger));
        Assert.Equal(Return, (await ToldAsync(page))?.ReturnTo);
        Provider.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await ToldAsync(page));
    }

    private Task<TestClient> FramedAsync(string id, string? page = null)
    {
        page ??= $"https://{id}.example/out";
        return RegisterAsync(TestClient.Appointments with
        {
            ClientId = id,
            ClientName = id,
            RedirectUris = [new Uri(page).GetLeftPart(UriPartial.Authority) + "/callback"],
            FrontchannelLogoutUri = page,
        });
    }

    private async Task<string> SignOutAsync(string? returnTo = null)
    {
        var next = "";
        await Provider.VisitAsync(Browser, async context => next = await Provider.Get<SigningOut>().SignOutAsync(context, returnTo));
        Assert.DoesNotContain(Browser.Cookies.GetCookies(TestProvider.Issuer), cookie => cookie.Name == "session");
        return next;
    }

    private async Task<SignedOutState?> ToldAsync(string page, TestBrowser? browser = null)
    {
        SignedOutState? told = null;
        await Provider.VisitAsync(browser ?? Browser, async context => told = await Provider.Get<SigningOut>().FindAsync(context, page.Split('/')[^1]));
        return told;
    }

    private static string? Value(Uri uri, string name) => HttpUtility.ParseQueryString(uri.Query)[name];
}
