using System.Net;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

public sealed class SignInTests : JourneyTest
{
    [Fact]
    public async Task A_citizen_signs_in_agrees_and_is_back_at_the_application()
    {
        var email = await ComeFromApplicationAsync();
        Assert.Equal("Sign in to continue to Appointments – Identity", email.Title);

        var share = await SignInAsync(email);
        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
        Assert.Contains("Alice Archer", share.Words, StringComparison.Ordinal);
        Assert.Contains("29 February 1984", share.Words, StringComparison.Ordinal);
        Assert.Contains("alice@example.test", share.Words, StringComparison.Ordinal);

        var back = await Browser.SubmitAsync(share, ("Decision", "agree"));
        Assert.StartsWith(TestClient.RedirectUri, back.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("code=", back.Address.Query, StringComparison.Ordinal);
        // The form's fragment must not travel to the application.
        Assert.EndsWith("#", back.Address.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_time_nothing_is_asked()
    {
        await Browser.SubmitAsync(await SignInAsync(await ComeFromApplicationAsync()), ("Decision", "agree"));

        var back = await ComeFromApplicationAsync();

        Assert.Contains("code=", back.Address.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter your email address")]
    [InlineData("nonsense", "Enter an email address in the correct format, like name@example.com")]
    public async Task What_is_no_address_is_refused_in_words_and_kept(string typed, string problem)
    {
        var page = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", typed));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Equal(typed.Length == 0 ? null : typed, page.Field("Email"));
    }

    [Theory]
    [InlineData("alice@example.test")]
    [InlineData("  ALICE@Example.Test ")]
    public async Task The_case_of_an_address_and_spaces_around_it_do_not_matter(string typed)
    {
        var password = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", typed));

        var share = await Browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_page()
    {
        var known = await WrongAsync("alice@example.test");
        var unknown = await WrongAsync("nobody@example.test");

        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Words.Replace("alice@", "nobody@", StringComparison.Ordinal), unknown.Words);
        Assert.Contains("Email address or password is wrong", known.Words, StringComparison.Ordinal);
        Assert.Null(known.Field("Password"));
    }

    [Fact]
    public async Task A_password_of_5000_characters_is_wrong_like_any_other()
    {
        var page = await WrongAsync("alice@example.test", new string('x', 5000));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Email address or password is wrong", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_page_says_when_the_next_one_counts()
    {
        for (var i = 0; i < 5; i++)
            await WrongAsync("alice@example.test");

        var page = await WrongAsync("alice@example.test", TestProvider.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("10:01am", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_is_told_once_a_day_of_too_many_wrong_passwords()
    {
        for (var i = 0; i < 5; i++)
            await WrongAsync("alice@example.test");
        Assert.Equal(1, await ToldAsync(1));

        Provider.Clock.Advance(TimeSpan.FromMinutes(2));
        await WrongAsync("alice@example.test");
        for (var i = 0; i < 6; i++)
            await WrongAsync("nobody@example.test");

        Assert.Equal(1, await ToldAsync(1));
    }

    [Fact]
    public async Task Whoever_typed_a_sign_in_ID_reads_of_one_known_or_not()
    {
        var page = await WrongAsync("tulip-marble-window-42");

        Assert.Contains("Sign-in ID or password is wrong", page.Words, StringComparison.Ordinal);
    }

    // The notice is written after the answer is gone.
    private async Task<int> ToldAsync(int expected)
    {
        var mailbox = Provider.Get<Mailbox>();
        var told = 0;
        for (var tries = 0; tries < 200 && (told = (await mailbox.ListAsync(TestContext.Current.CancellationToken)).Count(mail => mail.Subject.Contains("could not sign in", StringComparison.Ordinal))) < expected; tries++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        return told;
    }

    [Fact]
    public async Task Wrong_passwords_of_strangers_do_not_make_the_owner_wait_on_a_device_they_know()
    {
        await SignInAsync(await ComeFromApplicationAsync());
        await Browser.SubmitAsync(await Browser.OpenAsync("sign-out"));
        for (var i = 0; i < 6; i++)
            await WrongAsync("alice@example.test");

        var share = await SignInAsync(await ComeFromApplicationAsync());

        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_after_sign_in_leads_on()
    {
        var email = await ComeFromApplicationAsync();
        await SignInAsync(email);

        var again = await Browser.OpenAsync(email.Path);

        Assert.StartsWith("/share/", again.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_posted_twice_signs_in_once_and_leads_on()
    {
        var password = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", "alice@example.test"));
        await Browser.SubmitAsync(password, ("Password", TestProvider.Password));

        var second = await Browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Assert.StartsWith("/share/", second.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_each_end_at_their_application()
    {
        var first = await ComeFromApplicationAsync(("state", "first"));
        var second = await ComeFromApplicationAsync(("state", "second"));

        var share = await SignInAsync(second);
        var firstShare = await Browser.OpenAsync(first.Path);

        Assert.Contains("state=second", (await Browser.SubmitAsync(share, ("Decision", "agree"))).Address.Query, StringComparison.Ordinal);
        Assert.Contains("state=first", (await SignInAsync(firstShare)).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookies_is_told_so()
    {
        var email = await ComeFromApplicationAsync();
        using var forgetful = Provider.Browser();

        var page = await forgetful.OpenAsync(email.Path);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("cookies", page.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_journey_does_not_open_in_another_browser()
    {
        var email = await ComeFromApplicationAsync();
        using var other = Provider.Browser();
        await other.OpenAsync(Client.AuthorizeUrl());

        var page = await other.OpenAsync(email.Path);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain("Appointments", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_tab_is_told_that_its_time_is_over()
    {
        var email = await ComeFromApplicationAsync();
        Provider.Clock.Advance(TimeSpan.FromHours(25));

        var page = await Browser.SubmitAsync(email, ("Email", "alice@example.test"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("reference", page.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_signs_nobody_in()
    {
        var password = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", "alice@example.test"));

        using var response = await Browser.PostAsync(password.Path, [KeyValuePair.Create("Password", TestProvider.Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]);
    }

    [Fact]
    public async Task A_person_who_comes_by_themselves_ends_at_their_account()
    {
        var home = await SignInAsync(await Browser.OpenAsync("sign-in"));

        Assert.Equal("/", home.Path);
        Assert.Contains("Alice Archer", home.Words, StringComparison.Ordinal);
    }

    private async Task<Page> WrongAsync(string email, string password = "wrong-password-typed")
    {
        using var browser = Provider.Browser();
        var page = await browser.SubmitAsync(await browser.OpenAsync(Client.AuthorizeUrl()), ("Email", email));
        return await browser.SubmitAsync(page, ("Password", password));
    }
}
