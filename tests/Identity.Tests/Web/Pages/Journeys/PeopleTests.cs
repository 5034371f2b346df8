using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Web;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Journeys;

/// <summary>Names, dates of birth and addresses that people have, from the box they are typed in to the application that is told.</summary>
[Spec("OpenID Connect Core", "5.1")]
public sealed class PeopleTests : JourneyTest
{
    [Theory]
    [InlineData("Suharto", "", "Suharto", "Suharto", null)]
    [InlineData("", "Suharto", "Suharto", null, "Suharto")]
    [InlineData("Nia", "ferch Rhys", "Nia ferch Rhys", "Nia", "ferch Rhys")]
    [InlineData("Ludwig", "van der Rohe", "Ludwig van der Rohe", "Ludwig", "van der Rohe")]
    [InlineData("Seán", "O'Brien", "Seán O'Brien", "Seán", "O'Brien")]
    [InlineData("Seán", "O’Brien", "Seán O’Brien", "Seán", "O’Brien")]
    [InlineData("Jean-Luc", "Smith-Jones", "Jean-Luc Smith-Jones", "Jean-Luc", "Smith-Jones")]
    [InlineData("小明", "王", "王小明", "小明", "王")]
    [InlineData("Ελένη", "Παππά", "Ελένη Παππά", "Ελένη", "Παππά")]
    [InlineData("Zoe\u0308", "Moss", "Zoë Moss", "Zoë", "Moss")]
    [InlineData("\U0002000B\U0002000B", "", "\U0002000B\U0002000B", "\U0002000B\U0002000B", null)]
    public async Task A_name_is_asked_shown_and_told_as_it_is_written(string first, string last, string full, string? given, string? family)
    {
        var name = await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1);

        var birth = await Browser.SubmitAsync(name, ("First", first), ("Last", last));
        var share = await Browser.SubmitAsync(birth, ("Birth.Day", "3"), ("Birth.Month", "12"), ("Birth.Year", "1990"));

        Assert.Contains(full, share.Words, StringComparison.Ordinal);
        var told = await ToldAsync(share);
        Assert.Equal((full, given, family), (Text(told, "name"), Text(told, "given_name"), Text(told, "family_name")));
    }

    [Fact]
    public async Task A_name_that_runs_from_right_to_left_is_set_apart_wherever_it_stands()
    {
        var name = await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1);
        Assert.Contains("name=\"First\"", name.Html, StringComparison.Ordinal);
        Assert.Contains("dir=\"auto\"", name.Html, StringComparison.Ordinal);

        var birth = await Browser.SubmitAsync(name, ("First", "محمد"), ("Last", "الأحمد"));
        var share = await Browser.SubmitAsync(birth, ("Birth.Day", "3"), ("Birth.Month", "12"), ("Birth.Year", "1990"));
        Assert.Contains("<bdi>محمد الأحمد</bdi>", share.Html, StringComparison.Ordinal);
        Assert.Equal("محمد الأحمد", Text(await ToldAsync(share), "name"));

        var again = await ComeFromApplicationAsync(("prompt", "select_account"));
        Assert.Contains("Continue as <bdi>محمد الأحمد</bdi>?", again.Html, StringComparison.Ordinal);
        Assert.Equal("Continue as \u2068محمد الأحمد\u2069? – Identity", again.Title);
    }

    [Theory]
    [InlineData("", "", "Enter your name")]
    [InlineData("  ", "\u00a0", "Enter your name")]
    [InlineData("Al\u202eice", "", "Enter the name in letters")]
    [InlineData("Alice", "https://evil.example", "Enter the name in letters")]
    [InlineData("1234", "", "Enter the name in letters")]
    public async Task What_is_no_name_is_refused_in_words(string first, string last, string problem)
    {
        var name = await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1);

        var refused = await Browser.SubmitAsync(name, ("First", first), ("Last", last));

        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_has_room_for_100_letters_as_people_count_them()
    {
        var name = await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1);
        var hundred = string.Concat(Enumerable.Repeat("शि", 100));
        var refused = await Browser.SubmitAsync(name, ("First", hundred + "श"), ("Last", ""));
        Assert.Contains("up to 100 characters", refused.Words, StringComparison.Ordinal);

        var birth = await Browser.SubmitAsync(refused, ("First", hundred), ("Last", ""));

        Assert.EndsWith("/birth-date", birth.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "12", "1990", "3 December 1990", "1990-12-03", "3 December 1990")]
    [InlineData("", "12", "1990", "1990", "1990", "December 1990")]
    [InlineData("", "", "1990", "1990", "1990", "1990")]
    public async Task Who_does_not_know_the_day_says_what_they_know_and_sees_what_is_told(
        string day, string month, string year, string shown, string claim, string kept)
    {
        var birth = await Browser.SubmitAsync(await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1), ("First", "Carol"));

        var share = await Browser.SubmitAsync(birth, ("Birth.Day", day), ("Birth.Month", month), ("Birth.Year", year), ("InPart", "true"));

        Assert.Matches($"Date of birth {shown} ", share.Words);
        Assert.Equal(claim, Text(await ToldAsync(share), "birthdate"));
        Assert.Contains($"Date of birth {kept} ", (await Browser.OpenAsync("")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "12", "1990", "Date of birth must include a day")]
    [InlineData("3", "", "1990", "Date of birth must include a month")]
    public async Task Who_knows_it_is_asked_for_all_of_it(string day, string month, string year, string problem)
    {
        var birth = await Browser.SubmitAsync(await ProveAddressAsync(await GiveAddressAsync("carol@example.test"), 1), ("First", "Carol"));

        var refused = await Browser.SubmitAsync(birth, ("Birth.Day", day), ("Birth.Month", month), ("Birth.Year", year));

        Assert.Contains(problem, refused.Words, StringComparison.Ordinal);
    }

    [Theory]
    [Spec("RFC 6531", "3.3")]
    [InlineData("用户@例え.jp", "用户@xn--r8jz45g.jp")]
    [InlineData("ŵyn@bücher.example", "Ŵyn@BÜCHER.example")]
    [InlineData("محمد@مثال.إختبار", "محمد@مثال.إختبار")]
    public async Task An_address_of_any_script_opens_the_same_account_whichever_way_it_is_typed(string typed, string again)
    {
        var code = await GiveAddressAsync(typed);
        Assert.Equal(typed, (await MailAsync(1))[0].Destination);
        var birth = await Browser.SubmitAsync(await ProveAddressAsync(code, 1), ("First", "Carol"));
        var share = await Browser.SubmitAsync(birth, ("Birth.Day", "3"), ("Birth.Month", "12"), ("Birth.Year", "1990"));
        Assert.Contains(typed, share.Words, StringComparison.Ordinal);
        Assert.Equal(typed, Text(await ToldAsync(share), "email"));

        using var elsewhere = Provider.Browser();
        var password = await elsewhere.SubmitAsync(await elsewhere.OpenAsync("sign-in"), ("Email", again));
        var home = await elsewhere.SubmitAsync(password, ("Password", "marble-lantern-orchard"));

        Assert.Equal("/", home.Path);
        Assert.Contains(typed, home.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_only_looks_like_another_opens_nothing_of_it()
    {
        var password = await Browser.SubmitAsync(await ComeFromApplicationAsync(), ("Email", "аlice@example.test"));

        var refused = await Browser.SubmitAsync(password, ("Password", TestProvider.Password));

        Assert.Contains("Email address or password is wrong", refused.Words, StringComparison.Ordinal);
    }

    /// <summary>Agrees, and reads what the application then learns.</summary>
    private async Task<JsonElement> ToldAsync(Page share)
    {
        var back = await Browser.SubmitAsync(share, ("Decision", "agree"));
        using var http = Provider.Backchannel();
        var tokens = await Client.ExchangeAsync(http, HttpUtility.ParseQueryString(back.Address.Query)["code"] ?? "");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens["access_token"]);
        using var response = await http.GetAsync("userinfo", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static string? Text(JsonElement told, string claim) => told.TryGetProperty(claim, out var value) ? value.GetString() : null;
}
