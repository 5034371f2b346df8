using Identity.Domain.Accounts;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

/// <summary>In which language a citizen is spoken to, on pages and in messages.</summary>
public sealed class LanguageTests : JourneyTest
{
    private const string Welsh = "Mewngofnodi i barhau i Appointments – Identity";
    private const string English = "Sign in to continue to Appointments – Identity";

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task What_an_application_asks_for_holds_for_every_page_that_follows()
    {
        var email = await ComeFromApplicationAsync(("ui_locales", "fr cy en"));
        Assert.Equal(Welsh, email.Title);

        var share = await SignInAsync(email);

        Assert.Equal("Rhannu eich manylion â gwasanaeth Appointments – Identity", share.Title);
        Assert.Contains("29 Chwefror 1984", share.Words, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"cy\"", share.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 9126", "4")]
    public async Task What_an_application_asks_for_counts_when_its_request_was_pushed()
    {
        using var http = Provider.Backchannel();
        var pushed = await TestClient.SendAsync(http, "par", Client.Parameters(("ui_locales", "cy")), TestClient.Basic("appointments", TestClient.Secret));

        var email = await Browser.OpenAsync($"authorize?client_id=appointments&request_uri={Uri.EscapeDataString(pushed["request_uri"]!)}"); // It has been pushed.

        Assert.Equal(Welsh, email.Title);
    }

    [Fact]
    [Spec("OpenID Connect Core", "3.1.2.1")]
    public async Task What_an_application_asks_for_counts_when_its_request_came_by_post()
    {
        using var posted = await Browser.PostAsync("authorize", Client.Parameters(("ui_locales", "cy")));

        var email = await Browser.OpenAsync(posted.Headers.Location!.OriginalString); // It is taken up by a GET.

        Assert.Equal(Welsh, email.Title);
    }

    [Fact]
    public async Task What_a_citizen_chose_wins_over_what_an_application_asks_for()
    {
        await Browser.OpenAsync("help?lang=en");

        Assert.Equal(English, (await ComeFromApplicationAsync(("ui_locales", "cy"))).Title);
    }

    [Fact]
    public async Task Each_page_leads_to_itself_in_the_other_language_and_the_journey_goes_on()
    {
        var email = await ComeFromApplicationAsync();
        Assert.Contains($"<a href=\"{email.Path}?lang=cy\" lang=\"cy\" hreflang=\"cy\" rel=\"alternate\">Cymraeg", email.Html, StringComparison.Ordinal);

        var welsh = await Browser.OpenAsync($"{email.Path}?lang=cy");
        Assert.Equal(Welsh, welsh.Title);
        var password = await Browser.SubmitAsync(welsh, ("Email", "alice@example.test"));

        Assert.Equal("Rhowch eich cyfrinair – Identity", password.Title);
    }

    [Fact]
    public async Task A_problem_is_told_in_the_language_of_the_page()
    {
        var email = await ComeFromApplicationAsync(("ui_locales", "cy"));

        var problem = await Browser.SubmitAsync(email, ("Email", "nid-cyfeiriad"));

        Assert.Equal("Gwall: " + Welsh, problem.Title);
        Assert.Contains("Rhowch gyfeiriad e-bost yn y fformat cywir", problem.Words, StringComparison.Ordinal);
        Assert.Equal("nid-cyfeiriad", problem.Field("Email"));
    }

    [Fact]
    public async Task What_was_typed_and_refused_survives_a_change_of_language_and_nothing_else_does()
    {
        var problem = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", "not-an-address"));

        var welsh = await Browser.OpenAsync($"{problem.Path}?lang=cy");
        Assert.Equal((Welsh, "not-an-address"), (welsh.Title, welsh.Field("Email")));
        Assert.DoesNotContain("Mae problem", welsh.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("correct format", welsh.Words, StringComparison.Ordinal);
        var english = await Browser.OpenAsync($"{problem.Path}?lang=en");
        Assert.Equal((English, "not-an-address"), (english.Title, english.Field("Email")));

        Assert.Null((await Browser.OpenAsync(problem.Path)).Field("Email"));
    }

    [Fact]
    public async Task A_newcomer_is_written_to_in_the_language_they_read_and_ever_after()
    {
        await Browser.OpenAsync("help?lang=cy");
        var code = await GiveAddressAsync("carol@example.test");
        Assert.Equal("Eich cod Identity", (await MailAsync(1))[0].Subject);
        await ProveAddressAsync(code, 1);

        using var stranger = Provider.Browser();
        var email = await stranger.OpenAsync("create");
        await stranger.SubmitAsync(email, ("Email", "Carol@EXAMPLE.test"));

        var mail = (await MailAsync(2)).Single(message => message.Destination == "carol@example.test" && message.Subject != "Eich cod Identity");
        Assert.Equal("Mae gennych gyfrif eisoes", mail.Subject);
        Assert.StartsWith("Gofynnodd rhywun", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_sent_again_comes_in_the_language_of_now()
    {
        var page = await GiveAddressAsync("carol@example.test");
        await MailAsync(1);
        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        await Browser.OpenAsync(page.Path + "?lang=cy");

        await Browser.SubmitAsync(page with { Address = new Uri(page.Address.GetLeftPart(UriPartial.Path) + "?handler=Resend") });

        Assert.Equal("Eich cod Identity", (await MailAsync(2))[0].Subject);
    }

    [Fact]
    public async Task A_citizen_who_chooses_a_language_and_signs_in_is_written_to_in_it()
    {
        await Browser.OpenAsync("help?lang=cy");

        await SignInAsync(await ComeFromApplicationAsync());

        Assert.Equal("cy", (await Provider.Get<AccountStore>().FindAsync(Alice, TestContext.Current.CancellationToken))?.Locale);
    }

    [Fact]
    public async Task What_an_application_or_a_borrowed_browser_asks_for_changes_nobodys_language()
    {
        await SignInAsync(await ComeFromApplicationAsync(("ui_locales", "cy")));

        Assert.Equal("en", (await Provider.Get<AccountStore>().FindAsync(Alice, TestContext.Current.CancellationToken))?.Locale);
    }
}
