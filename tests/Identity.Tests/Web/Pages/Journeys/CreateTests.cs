using System.Net;
using System.Text.RegularExpressions;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

public sealed partial class CreateTests : JourneyTest
{
    private const string Password = "marble-lantern-orchard";

    [Fact]
    public async Task A_newcomer_creates_an_account_and_is_back_at_the_application()
    {
        var code = await EmailAsync("carol@example.test");
        Assert.Contains("carol@example.test", code.Words, StringComparison.Ordinal);

        var password = await Browser.SubmitAsync(code, ("Code", await NewestCodeAsync(1)));
        var name = await Browser.SubmitAsync(password, ("Password", Password));
        Assert.EndsWith("/name", name.Path, StringComparison.Ordinal);
        var birth = await Browser.SubmitAsync(name, ("First", "Carol"), ("Last", ""));
        var share = await Browser.SubmitAsync(birth, ("Birth.Day", "3"), ("Birth.Month", "12"), ("Birth.Year", "1990"));

        Assert.Contains("3 December 1990", share.Words, StringComparison.Ordinal);
        var back = await Browser.SubmitAsync(share, ("Decision", "agree"));
        Assert.Contains("code=", back.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    [Spec("WCAG", "2.2.5")]
    public async Task Whoever_was_signed_out_over_a_page_signs_in_again_and_finds_what_they_had_typed()
    {
        var password = await Browser.SubmitAsync(await EmailAsync("carol@example.test"), ("Code", await NewestCodeAsync(1)));
        var name = await Browser.SubmitAsync(password, ("Password", Password));
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));

        var signIn = await Browser.SubmitAsync(name, ("First", "Carol"), ("Last", "Ø'Brien"));
        Assert.StartsWith("/sign-in/", signIn.Path, StringComparison.Ordinal);
        var again = await Browser.SubmitAsync(await Browser.SubmitAsync(signIn, ("Email", "carol@example.test")), ("Password", Password));

        Assert.Equal(name.Path, again.Path);
        Assert.Equal(("Carol", "Ø'Brien"), (again.Field("First"), again.Field("Last")));
        Assert.DoesNotContain("Error: ", again.Title, StringComparison.Ordinal);
        Assert.Null((await Browser.OpenAsync(name.Path)).Field("First"));
    }

    [Fact]
    public async Task Without_an_application_nothing_more_than_address_and_password_is_asked()
    {
        var email = await Browser.OpenAsync("create");
        var code = await Browser.SubmitAsync(email, ("Email", "carol@example.test"));
        var password = await Browser.SubmitAsync(code, ("Code", await NewestCodeAsync(1)));

        var home = await Browser.SubmitAsync(password, ("Password", Password));

        Assert.Equal("/", home.Path);
    }

    [Fact]
    public async Task The_address_of_an_existing_account_gets_the_same_pages_and_another_mail()
    {
        var unknown = await EmailAsync("carol@example.test");
        using var other = Provider.Browser();
        var known = await EmailAsync("alice@example.test", other);

        Assert.Equal(unknown.Words.Replace("carol@", "alice@", StringComparison.Ordinal), known.Words);
        var mail = await MailAsync(2);
        Assert.Contains(mail, message => message is { Destination: "alice@example.test", Subject: "You already have an account" });
        Assert.DoesNotContain(mail, message => message.Destination == "alice@example.test" && SixDigits().IsMatch(message.Body));
    }

    [Theory]
    [InlineData("", "Enter the 6-digit code from the email")]
    [InlineData("123", "The code is too short")]
    [InlineData("1234567", "The code is too long")]
    [InlineData("12345a", "The code has only digits")]
    public async Task What_is_no_code_is_refused_in_words(string typed, string problem)
    {
        var page = await Browser.SubmitAsync(await EmailAsync("carol@example.test"), ("Code", typed));

        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_may_be_typed_with_spaces_and_an_older_one_still_works()
    {
        var page = await EmailAsync("carol@example.test");
        var first = await NewestCodeAsync(1);
        var again = await Browser.SubmitAsync(page with { Address = new Uri(page.Address.GetLeftPart(UriPartial.Path) + "?handler=Resend") });
        Assert.Contains("sent another email", again.Words, StringComparison.Ordinal);
        await MailAsync(2);

        var password = await Browser.SubmitAsync(page, ("Code", $" {first[..3]} {first[3..]} "));

        Assert.EndsWith("/password", password.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_code_is_said_to_be_so_and_a_new_one_comes_by_itself()
    {
        var page = await EmailAsync("carol@example.test");
        var code = await NewestCodeAsync(1);
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));

        var problem = await Browser.SubmitAsync(page, ("Code", code));

        Assert.Contains("expired", problem.Words, StringComparison.Ordinal);
        var password = await Browser.SubmitAsync(problem, ("Code", await NewestCodeAsync(2)));
        Assert.EndsWith("/password", password.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_tries_kill_the_code_and_not_the_journey()
    {
        var page = await EmailAsync("carol@example.test");
        var code = await NewestCodeAsync(1);
        var wrong = code == "000000" ? "000001" : "000000";
        // The fifth sends another code, and mail of one moment has no order.
        Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++)
            page = await Browser.SubmitAsync(page, ("Code", wrong));

        Assert.Contains("too many times", page.Words, StringComparison.Ordinal);
        var dead = await Browser.SubmitAsync(page, ("Code", code));

        Assert.EndsWith("/code", dead.Path, StringComparison.Ordinal);
        var password = await Browser.SubmitAsync(dead, ("Code", await NewestCodeAsync(2)));
        Assert.EndsWith("/password", password.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "at least 15 characters")]
    [InlineData("passwordpassword", "easy to guess")]
    [InlineData("carol@example.test", "easy to guess")]
    public async Task A_password_that_is_short_or_guessable_is_refused_in_words(string password, string problem)
    {
        var page = await Browser.SubmitAsync(await EmailAsync("carol@example.test"), ("Code", await NewestCodeAsync(1)));

        var refused = await Browser.SubmitAsync(page, ("Password", password));

        Assert.Contains(problem, refused.Words, StringComparison.Ordinal);
        Assert.Null(refused.Field("Password"));
    }

    [Fact]
    public async Task A_password_of_5000_characters_is_refused_in_words()
    {
        var page = await Browser.SubmitAsync(await EmailAsync("carol@example.test"), ("Code", await NewestCodeAsync(1)));

        var refused = await Browser.SubmitAsync(page, ("Password", new string('x', 5000)));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("up to 1,024 characters", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_to_a_step_that_is_done_shows_the_one_the_person_is_at()
    {
        var code = await EmailAsync("carol@example.test");
        await Browser.SubmitAsync(code, ("Code", await NewestCodeAsync(1)));

        var again = await Browser.OpenAsync(code.Path);

        Assert.EndsWith("/password", again.Path, StringComparison.Ordinal);
        Assert.Contains("already done", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_posted_twice_creates_one_account()
    {
        var password = await Browser.SubmitAsync(await EmailAsync("carol@example.test"), ("Code", await NewestCodeAsync(1)));
        await Browser.SubmitAsync(password, ("Password", Password));

        var second = await Browser.SubmitAsync(password, ("Password", Password));

        Assert.EndsWith("/name", second.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_after_the_code_does_not_open_without_it()
    {
        var code = await EmailAsync("carol@example.test");

        var page = await Browser.OpenAsync(code.Path.Replace("/code", "/password", StringComparison.Ordinal));

        Assert.EndsWith("/code", page.Path, StringComparison.Ordinal);
    }

    private async Task<Page> EmailAsync(string address, TestBrowser? browser = null)
    {
        browser ??= Browser;
        var signIn = await browser.OpenAsync(Client.AuthorizeUrl());
        var email = await browser.OpenAsync(signIn.Path.Replace("/sign-in/", "/create/", StringComparison.Ordinal));
        return await browser.SubmitAsync(email, ("Email", address));
    }

    private async Task<string> NewestCodeAsync(int messages) => SixDigits().Match((await MailAsync(messages))[0].Body).Value;

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();
}
