using System.Collections;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Sessions;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;
using QRCoder;

namespace Identity.Tests.Web.Pages.Authenticator;

public sealed partial class SetUpAppTests : JourneyTest
{
    private const string Address = "account/authenticator-app";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_an_app_shows_adds_it()
    {
        var form = await OpenAsync();

        var page = await SubmitAsync(form, Code(form).Insert(3, " "));

        Assert.Equal("/account/authenticator-app/added", page.Path);
        Assert.True(await HasAsync());
        Assert.Equal("An authenticator app was added to your Identity account", (await MailAsync(1))[0].Subject);
        Assert.Equal("/", (await Browser.OpenAsync("account/authenticator-app/added")).Path);
    }

    [Fact]
    [Spec("ISO/IEC 18004", "7")]
    public async Task The_picture_holds_what_the_words_say()
    {
        var form = await OpenAsync();

        var address = AppSecret.FromBase32(Key(form)).Address("Identity", "alice@example.test");

        using var expected = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        Assert.Equal(expected.ModuleMatrix.Select(Row), Drawn(form.Html, expected.ModuleMatrix.Count));
        Assert.Contains($"href=\"{WebUtility.HtmlEncode(address)}\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("alice@example.test", form.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_stays_the_same_after_a_wrong_code_and_a_reload_and_is_kept_nowhere_on_the_way()
    {
        var form = await OpenAsync();

        var again = await SubmitAsync(form, WrongCode(form));
        using var response = await Browser.GetAsync(form.Path);

        Assert.StartsWith("Error: ", again.Title, StringComparison.Ordinal);
        Assert.Contains("That code does not match", again.Words, StringComparison.Ordinal);
        Assert.Null(again.Field("Code"));
        Assert.Equal(Key(form), Key(again));
        Assert.Equal(Key(form), Key(new Page(form.Address, response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation))));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(await HasAsync());
    }

    [Theory]
    [InlineData("", "Enter the 6-digit code from your app")]
    [InlineData(" - ", "Enter the 6-digit code from your app")]
    [InlineData("12345", "The code is too short")]
    [InlineData("1234567", "The code is too long")]
    [InlineData("12345a", "The code has only digits")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "The code is too long")]
    public async Task What_is_wrong_is_said_in_words(string typed, string problem)
    {
        var page = await SubmitAsync(await OpenAsync(), typed);

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(problem, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_wrong_codes_make_the_right_one_wait()
    {
        var form = await OpenAsync();
        for (var i = 0; i < 5; i++)
            await SubmitAsync(form, WrongCode(form));

        var page = await SubmitAsync(form, Code(form));

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.False(await HasAsync());
    }

    [Fact]
    public async Task Of_two_tabs_the_second_learns_that_there_is_an_app()
    {
        var first = await OpenAsync();
        var second = await Browser.OpenAsync(Address);
        Assert.NotEqual(Key(first), Key(second));
        await SubmitAsync(first, Code(first));

        var page = await SubmitAsync(second, Code(second));

        Assert.Equal("/account/authenticator-app/remove", page.Path);
        Assert.Equal(new AppOutcome.AlreadyUsed(), await Provider.Get<AuthenticatorApps>().TryAsync(Alice, Code(first), Home, Cancellation));
    }

    [Fact]
    public async Task Neither_another_browser_nor_another_session_sees_the_key()
    {
        var form = await OpenAsync();
        using var other = Provider.Browser();
        await Provider.SignInAsync(other, Alice);
        var elsewhere = await other.OpenAsync(form.Path);
        await Provider.SignInAsync(Browser, await Provider.CreateAccountAsync("bob@example.test"));
        var somebodyElse = await Browser.OpenAsync(form.Path);

        Assert.NotEqual(Key(form), Key(elsewhere));
        Assert.NotEqual(Key(form), Key(somebodyElse));
    }

    [Fact]
    public async Task Whoever_takes_long_confirms_again_and_finds_the_same_key()
    {
        var form = await OpenAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(6));

        var confirm = await SubmitAsync(form, Code(form));
        Assert.EndsWith("/confirm-password", confirm.Path, StringComparison.Ordinal);
        Assert.False(await HasAsync());
        var back = await Browser.SubmitAsync(confirm, ("Password", TestProvider.Password));

        Assert.Equal(Key(form), Key(back));
        Assert.Equal("/account/authenticator-app/added", (await SubmitAsync(back, Code(back))).Path);
    }

    [Fact]
    public async Task A_session_that_has_ended_adds_nothing()
    {
        var form = await OpenAsync();
        Provider.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await SubmitAsync(form, Code(form));

        Assert.StartsWith("/sign-in/", page.Path, StringComparison.Ordinal);
        Assert.False(await HasAsync());
    }

    [Fact]
    public async Task Whoever_has_just_added_an_app_is_asked_for_no_code_at_once()
    {
        var form = await OpenAsync();
        await SubmitAsync(form, Code(form));

        var session = await Provider.Get<SessionStore>().FindAsync(Browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value, Cancellation); // Signed in.

        Assert.Equal(["mfa", "otp", "pwd"], session?.Facts.Amr.Order());
    }

    [Fact]
    public async Task Removed_it_is_gone_and_the_page_said_how_to_sign_in_next()
    {
        var form = await OpenAsync();
        await SubmitAsync(form, Code(form));

        var remove = await Browser.OpenAsync(Address);
        Assert.Contains("you sign in with your password", remove.Words, StringComparison.Ordinal);
        var page = await Browser.SubmitAsync(remove);

        Assert.Equal("/account/authenticator-app/removed", page.Path);
        Assert.False(await HasAsync());
        Assert.Equal("/", (await Browser.OpenAsync("account/authenticator-app/remove")).Path);
        Assert.Equal("/", (await Browser.OpenAsync("account/authenticator-app/removed")).Path);
    }

    private static Identity.Domain.Limits.Network Home => Identity.Domain.Limits.Network.Of(IPAddress.Loopback);

    private async Task<Page> OpenAsync()
    {
        await Provider.SignInAsync(Browser, Alice);
        return await Browser.OpenAsync(Address);
    }

    private Task<Page> SubmitAsync(Page form, string code) => Browser.SubmitAsync(form, ("Code", code));

    private Task<bool> HasAsync() => Provider.Get<AuthenticatorApps>().HasAsync(Alice, Cancellation);

    private string Code(Page form) => AppSecret.FromBase32(Key(form)).CodeAt(Provider.Clock.GetUtcNow());

    private string WrongCode(Page form) => AppSecret.FromBase32(Key(form)).CodeAt(Provider.Clock.GetUtcNow().AddDays(1));

    private static string Key(Page form) => Shown().Match(form.Words).Value.Replace(" ", "", StringComparison.Ordinal);

    private static string Row(BitArray modules) => string.Concat(modules.Cast<bool>().Select(dark => dark ? '#' : ' '));

    /// <summary>The modules that the lines of the picture cover.</summary>
    private static IEnumerable<string> Drawn(string html, int side)
    {
        var rows = Enumerable.Range(0, side).Select(_ => new BitArray(side)).ToList();
        foreach (Match line in Line().Matches(Path().Match(html).Value))
        {
            int[] at = [.. line.Groups.Values.Skip(1).Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))];
            for (var i = 0; i < at[2]; i++)
                rows[at[1]][at[0] + i] = true;
        }

        return rows.Select(Row);
    }

    [GeneratedRegex("\\b([A-Z2-7]{4} ){7}[A-Z2-7]{4}\\b")]
    private static partial Regex Shown();

    [GeneratedRegex("(?<= d=\")[^\"]+(?=\" shape-rendering)")]
    private static partial Regex Path();

    [GeneratedRegex("M(\\d+) (\\d+)h(\\d+)")]
    private static partial Regex Line();
}
