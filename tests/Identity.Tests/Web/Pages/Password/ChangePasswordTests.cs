using System.Net;
using Identity.Domain.Audit;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Password;

public sealed class ChangePasswordTests : JourneyTest
{
    private const string Other = "lantern-orchard-thimble";

    [Fact]
    [Spec("W3C Change Password URL", "2")]
    public async Task A_password_manager_finds_the_page_and_a_citizen_signs_in_first_and_comes_back()
    {
        using var answer = await Browser.GetAsync(".well-known/change-password");
        Assert.Equal((HttpStatusCode.Redirect, "/account/password"), (answer.StatusCode, answer.Headers.Location?.OriginalString));

        var page = await SignInAsync(await Browser.OpenAsync(".well-known/change-password"));

        Assert.Equal("Change your password – Identity", page.Title);
    }

    [Fact]
    [Spec("W3C Change Password URL", "3")]
    public async Task What_does_not_exist_beside_it_is_not_found()
    {
        using var answer = await Browser.GetAsync(".well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_new_password_counts_the_old_one_does_not_and_the_owner_is_told()
    {
        var done = await ChangeAsync(await OpenAsync(), TestProvider.Password, Other);

        Assert.Equal("You have changed your password – Identity", done.Title);
        Assert.Equal("Your Identity password was changed", (await MailAsync(1))[0].Subject);
        Assert.Contains("Email address or password is wrong", (await SignInElsewhereAsync(TestProvider.Password)).Words, StringComparison.Ordinal);
        Assert.StartsWith("/share/", (await SignInElsewhereAsync(Other)).Path, StringComparison.Ordinal);
        Assert.Empty((await Provider.Get<AuditVerifier>().VerifyAsync(TestContext.Current.CancellationToken)).Faults);
    }

    [Fact]
    public async Task Every_other_device_is_signed_out_and_this_one_is_not()
    {
        using var other = Provider.Browser();
        await Provider.SignInAsync(other, Alice);

        await ChangeAsync(await OpenAsync(), TestProvider.Password, Other);

        Assert.Equal("/welcome", (await other.OpenAsync("/")).Path);
        Assert.Equal("/", (await Browser.OpenAsync("/")).Path);
    }

    [Theory]
    [InlineData("", Other, "Enter the password you have now")]
    [InlineData("wrong-password-typed", Other, "That is not your password. Try again")]
    [InlineData(TestProvider.Password, "", "Enter a new password")]
    [InlineData(TestProvider.Password, "short", "Your password must have at least 15 characters")]
    [InlineData(TestProvider.Password, "passwordpassword", "This password is easy to guess")]
    [InlineData(TestProvider.Password, "alice@example.test", "This password is easy to guess")]
    [InlineData(TestProvider.Password, TestProvider.Password, "This is the password you have now. Choose another one")]
    public async Task What_is_wrong_is_said_in_words_and_nothing_changes(string present, string wanted, string problem)
    {
        var page = await ChangeAsync(await OpenAsync(), present, wanted);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
        Assert.Null(page.Field("PresentPassword"));
        Assert.Null(page.Field("NewPassword"));
        Assert.StartsWith("/share/", (await SignInElsewhereAsync(TestProvider.Password)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_the_present_password_meets_the_limits_of_signing_in()
    {
        var form = await OpenAsync();
        for (var i = 0; i < 5; i++)
            await ChangeAsync(form, "wrong-password-typed", Other);

        var page = await ChangeAsync(form, TestProvider.Password, Other);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
    }

    [Fact]
    [Spec("NIST SP 800-63B-4", "4.1.2")]
    public async Task Where_there_is_more_than_a_password_it_takes_more_than_a_password()
    {
        await Provider.Credentials.AddAppAsync(Alice);

        Assert.EndsWith("/code", (await OpenAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_has_ended_changes_nothing()
    {
        var form = await OpenAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await ChangeAsync(form, TestProvider.Password, Other);

        Assert.StartsWith("/sign-in/", page.Path, StringComparison.Ordinal);
        Assert.StartsWith("/share/", (await SignInElsewhereAsync(TestProvider.Password)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_it_is_done_is_said_once()
    {
        await ChangeAsync(await OpenAsync(), TestProvider.Password, Other);

        Assert.Equal("/", (await Browser.OpenAsync("account/password/changed")).Path);
    }

    private async Task<Page> OpenAsync()
    {
        await Provider.SignInAsync(Browser, Alice);
        return await Browser.OpenAsync("account/password");
    }

    private Task<Page> ChangeAsync(Page form, string present, string wanted) =>
        Browser.SubmitAsync(form, ("PresentPassword", present), ("NewPassword", wanted));

    private async Task<Page> SignInElsewhereAsync(string password)
    {
        using var browser = Provider.Browser();
        var page = await browser.SubmitAsync(await browser.OpenAsync(Client.AuthorizeUrl()), ("Email", "alice@example.test"));
        return await browser.SubmitAsync(page, ("Password", password));
    }
}
