using System.Text.RegularExpressions;
using Identity.Domain.Notifications.Senders;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Create;

/// <summary>Somebody with no e-mail address, no mobile and no smartphone.</summary>
public sealed partial class WithoutEmailTests : JourneyTest
{
    private const string Password = "marble-lantern-orchard";

    [Fact]
    public async Task They_get_a_sheet_with_an_ID_and_codes_and_reach_the_application()
    {
        var sheet = await CreateAsync();

        Assert.Matches(Id(), sheet.Words);
        Assert.Equal(10, Code().Count(sheet.Words));
        var birth = await SaveAsync(sheet);
        Assert.EndsWith("/birth-date", birth.Path, StringComparison.Ordinal);
        var share = await Browser.SubmitAsync(birth, ("Birth.Day", "27"), ("Birth.Month", "3"), ("Birth.Year", "1950"));
        Assert.StartsWith("/share/", share.Path, StringComparison.Ordinal);
        Assert.Contains("Bronwen", share.Words, StringComparison.Ordinal);
        Assert.Empty(await Provider.Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task They_sign_in_elsewhere_with_what_is_on_the_sheet()
    {
        var id = Id().Match((await CreateAsync()).Words).Value;
        using var elsewhere = Provider.Browser();

        var password = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("/sign-in"), ("Email", id.ToUpperInvariant().Replace('-', ' ')));
        Assert.Contains(id, password.Words, StringComparison.Ordinal);
        var home = await elsewhere.SubmitAsync(password, ("Password", Password));

        Assert.Equal("/", home.Path);
        Assert.Contains(id, home.Words, StringComparison.Ordinal);
        Assert.Contains(id, (await elsewhere.OpenAsync("/account/sign-in")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_that_nobody_has_looks_like_one_that_somebody_has()
    {
        var id = Id().Match((await CreateAsync()).Words).Value;
        using var elsewhere = Provider.Browser();

        var known = await TryAsync(elsewhere, id);
        var unknown = await TryAsync(elsewhere, "lantern-orchard-thimble-07");

        Assert.Equal(known.Words.Replace(id, "", StringComparison.Ordinal), unknown.Words.Replace("lantern-orchard-thimble-07", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sheet_is_shown_until_it_is_saved_and_not_after()
    {
        var sheet = await CreateAsync();
        Assert.Matches(Id(), (await Browser.OpenAsync(sheet.Path)).Words);

        await SaveAsync(sheet);

        Assert.DoesNotMatch(Code(), (await Browser.OpenAsync(sheet.Path)).Words);
    }

    [Fact]
    public async Task The_same_ID_stands_by_the_password_when_it_was_too_short_at_first()
    {
        var first = await NameAsync();
        var id = first.Field("username");

        var again = await Browser.SubmitAsync(first, ("Password", "short"));

        Assert.Matches(Id(), id ?? "");
        Assert.Equal(id, again.Field("username"));
        Assert.Contains(id!, (await Browser.SubmitAsync(again, ("Password", Password))).Words, StringComparison.Ordinal); // It matches, so it is there.
    }

    [Fact]
    public async Task The_password_may_not_be_the_ID()
    {
        var page = await NameAsync();

        Assert.Contains("easy to guess", (await Browser.SubmitAsync(page, ("Password", page.Field("username") ?? ""))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_need_a_name()
    {
        var page = await Browser.SubmitAsync(await BeginAsync(), ("First", " "));

        Assert.Contains("Enter your name", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_address_finds_an_ID_on_the_sheet_of_their_next_backup_codes()
    {
        await Provider.SignInAsync(Browser, Alice);

        var sheet = await Browser.SubmitAsync(await Browser.OpenAsync("/account/backup-codes"));

        var id = Id().Match(sheet.Words).Value;
        Assert.NotEmpty(id);
        Assert.Contains(id, (await Browser.OpenAsync("/account/sign-in")).Words, StringComparison.Ordinal);
    }

    private async Task<Page> BeginAsync()
    {
        var signIn = await ComeFromApplicationAsync();
        return await Browser.OpenAsync(signIn.Path.Replace("/sign-in/", "/create/", StringComparison.Ordinal) + "/without-email");
    }

    private async Task<Page> NameAsync() => await Browser.SubmitAsync(await BeginAsync(), ("First", "Bronwen"), ("Last", "Evans"));

    private async Task<Page> CreateAsync() => await Browser.SubmitAsync(await NameAsync(), ("Password", Password));

    private static async Task<Page> TryAsync(TestBrowser browser, string id) =>
        await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), ("Email", id)), ("Password", "wrong-password-typed"));

    private Task<Page> SaveAsync(Page sheet) => Browser.PostFormAsync(sheet, sheet.Path + "?handler=Saved", [.. sheet.Hidden]);

    [GeneratedRegex("[a-z]{4,9}-[a-z]{4,9}-[a-z]{4,9}-[0-9]{2}")]
    private static partial Regex Id();

    [GeneratedRegex("([0-9A-Z]{4}-){3}[0-9A-Z]{4}")]
    private static partial Regex Code();
}
