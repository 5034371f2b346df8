using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Testing;
using Identity.Tests.Web.Pages.Journeys;

namespace Identity.Tests.Web.Pages.Backup;

public sealed partial class BackupCodePageTests : JourneyTest
{
    private const string Address = "account/backup-codes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_codes_are_shown_that_work()
    {
        var sheet = await GetCodesAsync();

        var codes = Codes(sheet.Words);

        Assert.Equal(10, codes.Count);
        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(codes[9]));
        Assert.Equal("You have new Identity backup codes", (await MailAsync(1))[0].Subject);
    }

    [Fact]
    public async Task They_can_be_seen_until_they_are_saved_and_not_again()
    {
        var sheet = await GetCodesAsync();
        Assert.Equal(Codes(sheet.Words), Codes((await Browser.OpenAsync(sheet.Path)).Words));

        var saved = await PostAsync(sheet, "Saved");

        Assert.Equal("/account/backup-codes", saved.Path);
        Assert.Contains("Your backup codes are ready to use", saved.Words, StringComparison.Ordinal);
        Assert.Contains("Codes left 10", saved.Words, StringComparison.Ordinal);
        var back = await Browser.OpenAsync(sheet.Path);
        Assert.Equal("/account/backup-codes", back.Path);
        Assert.Empty(Codes(back.Words));
        Assert.DoesNotContain("ready to use", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_hour_later_they_are_not_shown_either()
    {
        var sheet = await GetCodesAsync();
        for (var i = 0; i < 3; i++)
        {
            Provider.Clock.Advance(TimeSpan.FromMinutes(10));
            await Browser.OpenAsync("/");
        }

        await Provider.SignInAsync(Browser, Alice);

        Assert.Empty(Codes((await Browser.OpenAsync(sheet.Path)).Words));
    }

    [Fact]
    public async Task New_ones_replace_the_earlier_ones()
    {
        var before = Codes((await GetCodesAsync()).Words);
        var warned = await Browser.OpenAsync(Address);
        Assert.Contains("New codes replace the ones you have", warned.Words, StringComparison.Ordinal);

        var after = Codes((await Browser.SubmitAsync(warned)).Words);

        Assert.Equal(new BackupCodeOutcome.Wrong(), await TryAsync(before[0]));
        Assert.Equal(new BackupCodeOutcome.Correct(9), await TryAsync(after[0]));
    }

    [Fact]
    public async Task They_can_be_downloaded_as_text_that_nothing_keeps()
    {
        var sheet = await GetCodesAsync();

        using var response = await Browser.PostAsync(sheet.Path + "?handler=Download", sheet.Hidden);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("text/plain", "utf-8"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentType?.CharSet));
        Assert.Equal(("attachment", "backup-codes.txt"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
        Assert.True(response.Headers.CacheControl?.NoStore);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.StartsWith("Identity\r\nYour backup codes\r\n", text, StringComparison.Ordinal);
        Assert.Contains("10:00am on 1 June 2026", text, StringComparison.Ordinal);
        Assert.Equal(Codes(sheet.Words), Codes(text));
    }

    [Fact]
    public async Task Neither_another_browser_nor_another_session_sees_them()
    {
        var sheet = await GetCodesAsync();
        using var other = Provider.Browser();
        await Provider.SignInAsync(other, Alice);
        var elsewhere = await other.OpenAsync(sheet.Path);
        await Provider.SignInAsync(Browser, await Provider.CreateAccountAsync("bob@example.test"));
        var somebodyElse = await Browser.OpenAsync(sheet.Path);

        Assert.Equal(("/account/backup-codes", 0), (elsewhere.Path, Codes(elsewhere.Words).Count));
        Assert.Equal(("/account/backup-codes", 0), (somebodyElse.Path, Codes(somebodyElse.Words).Count));
    }

    [Theory]
    [InlineData(6, "/confirm-password")]
    [InlineData(31, "")]
    public async Task Whoever_comes_late_shows_first_who_they_are(int minutes, string step)
    {
        var sheet = await GetCodesAsync();
        var index = await Browser.OpenAsync(Address);
        Provider.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Matches($"^/sign-in/[^/]+{step}$", (await Browser.SubmitAsync(index)).Path);
        Assert.Matches($"^/sign-in/[^/]+{step}$", (await Browser.OpenAsync(sheet.Path)).Path);
        Assert.Matches($"^/sign-in/[^/]+{step}$", (await PostAsync(sheet, "Download")).Path);
        Assert.Equal(10, (await Provider.Get<BackupCodes>().LeftAsync(Alice, Cancellation)).Left);
    }

    [Fact]
    public async Task The_page_says_how_many_are_left_and_since_when()
    {
        var codes = Codes((await GetCodesAsync()).Words);
        await TryAsync(codes[0]);

        var page = await Browser.OpenAsync(Address);

        Assert.Contains("Codes left 9", page.Words, StringComparison.Ordinal);
        Assert.Contains("10:00am on 1 June 2026", page.Words, StringComparison.Ordinal);
    }

    private async Task<Page> GetCodesAsync()
    {
        await Provider.SignInAsync(Browser, Alice);
        var page = await Browser.OpenAsync(Address);
        Assert.Contains("You have no backup codes yet", page.Words, StringComparison.Ordinal);
        return await Browser.SubmitAsync(page);
    }

    private Task<BackupCodeOutcome> TryAsync(string code) =>
        Provider.Get<BackupCodes>().TryAsync(Alice, code, Identity.Domain.Limits.Network.Of(IPAddress.Loopback), Cancellation);

    private async Task<Page> PostAsync(Page page, string handler)
    {
        using var response = await Browser.PostAsync($"{page.Path}?handler={handler}", page.Hidden);
        return await Browser.OpenAsync(new Uri(page.Address, response.Headers.Location!).PathAndQuery); // Every answer here is a redirect.
    }

    private static List<string> Codes(string words) => [.. Code().Matches(words).Select(match => match.Value)];

    [GeneratedRegex("\\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\\b")]
    private static partial Regex Code();
}
