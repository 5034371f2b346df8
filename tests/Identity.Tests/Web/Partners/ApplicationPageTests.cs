using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Testing;

namespace Identity.Tests.Web.Partners;

/// <summary>D4: an application is registered, changed with a look at the difference, and looked after.</summary>
public sealed class ApplicationPageTests : PortalTest
{
    private const string Callback = "https://app.riverside.example/callback";

    [Fact]
    public async Task A_web_application_is_registered_with_four_answers()
    {
        using var browser = await AtAsync(Owner);

        var page = await RegisterAsync(browser);

        Assert.Contains("Riverside Bookings", page.Title, StringComparison.Ordinal);
        var client = Provider.Get<ClientDirectory>().Current.Find(IdOf(page)) ?? throw new InvalidOperationException(page.Words);
        Assert.Equal([Callback], client.RedirectUris);
        Assert.Equal("Riverside Council", client.OrganizationName);
        Assert.Equal(0, client.OpenTo);
        Assert.Contains("Make a secret", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://*.riverside.example/callback", "wildcard")]
    [InlineData("http://app.riverside.example/callback", "use https")]
    [InlineData("https://app.riverside.example/callback#x", "fragment")]
    [InlineData("https://app.rіverside.example/callback", "outside ASCII")]
    [InlineData("/callback", "not an absolute URI")]
    [InlineData("javascript:alert(1)", "use https")]
    public async Task Each_address_that_is_refused_says_why_and_stays(string address, string reason)
    {
        using var browser = await AtAsync(Owner);
        var form = await browser.OpenAsync($"{Place}/applications/new");

        var page = await browser.SubmitAsync(form, ("Kind", "Web"), ("AppName", "Bookings"), ("Purpose", "To book."), ("Redirects", $"{Callback}\r\n{address}"));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains(reason, page.Words, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Callback), page.Html, StringComparison.Ordinal);
        Assert.Equal("Bookings", page.Field("AppName"));
    }

    [Fact]
    public async Task Nothing_filled_in_is_told_at_each_field()
    {
        using var browser = await AtAsync(Owner);
        var form = await browser.OpenAsync($"{Place}/applications/new");

        Assert.Contains("Select what kind", (await browser.SubmitAsync(form)).Words, StringComparison.Ordinal);
        var page = await browser.SubmitAsync(form, ("Kind", "Web"));
        Assert.Contains("at most 100 characters", page.Words, StringComparison.Ordinal);
        Assert.Contains("needs at least one", page.Words, StringComparison.Ordinal);
        Assert.Contains("say what people can do", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_another_application_is_refused()
    {
        using var browser = await AtAsync(Owner);
        await RegisterAsync(browser);
        var form = await browser.OpenAsync($"{Place}/applications/new");

        var page = await browser.SubmitAsync(form, ("Kind", "Web"), ("AppName", " RIVERSIDE bookings"), ("Purpose", "To book."), ("Redirects", Callback));

        Assert.Contains("another application has this name", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Browser", "none")]
    [InlineData("Native", "none")]
    [InlineData("Device", "none")]
    [InlineData("Machine", "client_secret_basic")]
    public async Task Each_kind_begins_as_what_it_is(string kind, string method)
    {
        using var browser = await AtAsync(Owner);

        var page = await RegisterAsync(browser, kind);

        var client = Provider.Get<ClientDirectory>().Current.Find(IdOf(page)) ?? throw new InvalidOperationException(page.Words);
        Assert.Equal(method, client.TokenEndpointAuthMethod);
        Assert.Equal(kind, ApplicationKinds.Of(client).ToString());
    }

    [Fact]
    public async Task A_change_is_shown_before_it_counts()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var form = await browser.OpenAsync($"{home}/addresses");

        var check = await browser.SubmitAsync(form, ("Redirects", $"{Callback}\n{Callback}/2"));
        Assert.Contains("redirect_uris", check.Words, StringComparison.Ordinal);
        Assert.Equal([Callback], Current(home).RedirectUris);

        await browser.SubmitAsync(check);
        Assert.Equal([Callback, $"{Callback}/2"], Current(home).RedirectUris);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_lose_nothing()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        using var other = await AtAsync(await HireAsync(PartnerRole.Developer));
        var mine = await browser.SubmitAsync(await browser.OpenAsync($"{home}/addresses"), ("Redirects", $"{Callback}/mine"));
        var form = await other.OpenAsync($"{home}/description");
        await other.SubmitAsync(await other.SubmitAsync(form, ("AppName", "Theirs"), ("Purpose", "To book.")));

        var again = await browser.SubmitAsync(mine);
        Assert.Contains("Somebody has changed the application meanwhile", again.Words, StringComparison.Ordinal);
        Assert.Equal([Callback], Current(home).RedirectUris);

        await browser.SubmitAsync(again);
        Assert.Equal(("Theirs", $"{Callback}/mine"), (Current(home).ClientName, Current(home).RedirectUris[0]));
    }

    [Fact]
    public async Task A_change_of_one_application_is_of_no_use_for_another_nor_for_another_browser()
    {
        using var browser = await AtAsync(Owner);
        var first = (await RegisterAsync(browser)).Path;
        var second = (await RegisterAsync(browser, "Browser", "Another")).Path;
        var check = await browser.SubmitAsync(await browser.OpenAsync($"{first}/addresses"), ("Redirects", $"{Callback}/mine"));
        var key = check.Path.Split('/')[^1];

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync($"{second}/check/{key}")).Status);
        using var other = await AtAsync(Owner);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.OpenAsync(check.Path)).Status);
    }

    [Fact]
    public async Task What_it_asks_for_has_a_reason_and_its_scope()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var form = await browser.OpenAsync($"{home}/asks/email");

        Assert.Contains("say in at most", (await browser.SubmitAsync(form, ("Use", "required"), ("Purpose", ""))).Words, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.SubmitAsync(form, ("Use", "required"), ("Purpose", "To remind you.")));

        Assert.Equal(new ConsentTerm(true, "To remind you."), Current(home).Consent.Claims["email"]);
        Assert.Contains("email", Current(home).Scopes);

        await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync($"{home}/asks/email"), ("Use", "none")));
        Assert.DoesNotContain("email", Current(home).Scopes);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{home}/asks/nothing")).Status);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_the_last_one_counts_for_its_overlap()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser, "Machine")).Path;
        var first = await MakeSecretAsync(browser, home, null);
        Assert.DoesNotContain(first, (await browser.OpenAsync($"{home}/secret")).Html, StringComparison.Ordinal);

        var second = await MakeSecretAsync(browser, home, "1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await TokenAsync(home, first), await TokenAsync(home, second)));

        Provider.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await TokenAsync(home, first), await TokenAsync(home, second)));
    }

    [Fact]
    public async Task A_secret_that_somebody_else_may_know_ends_at_once()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser, "Machine")).Path;
        var first = await MakeSecretAsync(browser, home, null);
        await MakeSecretAsync(browser, home, "0");
        Assert.Equal(HttpStatusCode.Unauthorized, await TokenAsync(home, first));

        var (second, third) = (await MakeSecretAsync(browser, home, "30"), await MakeSecretAsync(browser, home, "30"));
        var page = await browser.OpenAsync($"{home}/secret");
        await browser.SubmitAsync(page with { Address = new Uri(page.Address + "?handler=End") });
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await TokenAsync(home, second), await TokenAsync(home, third)));
    }

    [Fact]
    public async Task A_change_can_be_undone_and_no_secret_comes_back_with_it()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser, "Machine")).Path;
        var old = await MakeSecretAsync(browser, home, null);
        var fresh = await MakeSecretAsync(browser, home, "0");
        await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync($"{home}/description"), ("AppName", "Renamed"), ("Purpose", "")));

        var history = await browser.OpenAsync($"{home}/history");
        Assert.Contains("Alice Archer", history.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.SubmitAsync(history, ("Restore", "1")));

        Assert.Equal("Riverside Bookings", Current(home).ClientName);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await TokenAsync(home, old), await TokenAsync(home, fresh)));
    }

    [Fact]
    public async Task All_of_it_is_taken_along_as_JSON_and_brought_back()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        using var file = await browser.GetAsync($"{home}/metadata?handler=File");
        var json = await file.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("secret_sha256", json, StringComparison.Ordinal);

        var check = await browser.SubmitAsync(await browser.OpenAsync($"{home}/metadata"), ("Json", json.Replace("Riverside Bookings", "Brought back", StringComparison.Ordinal)));
        await browser.SubmitAsync(check);

        Assert.Equal("Brought back", Current(home).ClientName);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"unknown\": 1}")]
    [InlineData("{\"redirect_uris\": 1}")]
    [InlineData("null")]
    [InlineData("{\"redirect_uris\": [null]}")]
    [InlineData("{\"client_name\": \"a\", \"client_name\": \"b\"}")]
    [InlineData("{\"client_name\": \"\\ud800\"}")]
    [InlineData("{\"consent\": {\"claims\": {\"name\": null}}}")]
    [InlineData("{\"consent\": {\"claims\": {\"name\": {\"required\": true}}}}")]
    public async Task What_is_no_registration_is_refused_and_stays(string json)
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;

        var page = await browser.SubmitAsync(await browser.OpenAsync($"{home}/metadata"), ("Json", json));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Identity.Domain", page.Words, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(json), page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_the_operator_decides_stays_whatever_is_sent()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var json = """{"client_id":"appointments","client_name":"Mine","paused":true,"open_to":100,"issuer":"/nhs","redirect_uris":["https://a.example/"],"consent":{"purpose":"To book."},"client_secret_sha256":["00"],"resource":{"resource":"https://stolen.example/"}}""";

        await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync($"{home}/metadata"), ("Json", json)));

        var client = Current(home);
        Assert.Equal(("Mine", false, 0, "/", null), (client.ClientName, client.Paused, client.OpenTo, client.Issuer, client.Resource));
        Assert.Empty(client.ClientSecretSha256);
    }

    [Fact]
    public async Task A_long_text_with_a_fault_comes_back_whole()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var long_ = "{" + new string(' ', 5000) + "\"end\": 1";

        var page = await browser.SubmitAsync(await browser.OpenAsync($"{home}/metadata"), ("Json", long_));

        Assert.Contains(WebUtility.HtmlEncode("\"end\": 1"), page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_set_with_a_private_part_is_refused()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;

        var page = await browser.SubmitAsync(await browser.OpenAsync($"{home}/keys"), ("Method", "private_key_jwt"), ("Jwks", """{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}]}"""));

        Assert.Contains("a key holds its private part", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_only_when_its_name_was_typed()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var form = await browser.OpenAsync($"{home}/remove");
        await browser.SubmitAsync(form, ("Again", "something else"));
        Assert.NotNull(Current(home));

        Assert.Equal(Place, (await browser.SubmitAsync(form, ("Again", "Riverside Bookings"))).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(home)).Status);
    }

    [Fact]
    public async Task Somebody_elses_application_is_nowhere()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        var other = await OrganisationAsync("other@example.test", "Another");
        using var mallory = await AtAsync(other);
        var stolen = home.Replace($"{Owner.Organisation.Id:D}", $"{other.Organisation.Id:D}", StringComparison.Ordinal);

        foreach (var page in new[] { "", "/description", "/addresses", "/secret", "/keys", "/metadata", "/metadata?handler=File", "/history", "/remove", "/asks", "/asks/email", "/trust", "/sign-out" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mallory.OpenAsync(stolen + page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await mallory.OpenAsync(home + page)).Status);
        }

        // One that stands in a file is nobody's here.
        await Provider.RegisterAsync(TestClient.Appointments);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Place}/applications/{TestClient.Appointments.ClientId}")).Status);
    }

    [Fact]
    public async Task Whoever_only_looks_changes_nothing_by_any_way()
    {
        using var browser = await AtAsync(Owner);
        var home = (await RegisterAsync(browser)).Path;
        using var viewer = await AtAsync(await HireAsync(PartnerRole.Viewer));

        Assert.Equal(HttpStatusCode.OK, (await viewer.OpenAsync(home)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.SubmitAsync(await viewer.OpenAsync($"{home}/metadata") with { Html = (await viewer.OpenAsync($"{Place}/people/leave")).Html }, ("Json", "{}"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.OpenAsync($"{home}/secret")).Status);
    }

    [Fact]
    public async Task Many_are_found_by_their_words_and_page_by_page()
    {
        for (var made = 0; made < 60; made++)
            Assert.IsType<ChangeOutcome.Changed>(await Provider.Get<PartnerApplications>().CreateAsync(Owner, ApplicationKinds.Begin(ApplicationKind.Machine) with { ClientName = $"Number {made} of 100%" }, Cancellation));
        using var browser = await AtAsync(Owner);

        var first = await browser.OpenAsync(Place);
        Assert.Equal(50, first.Html.Split("of 100%").Length - 1 - (first.Html.Split("(Number").Length - 1));
        var found = await browser.OpenAsync($"{Place}?q=number%2059%20of%20100%25");
        Assert.Contains("Number 59", found.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Number 58", found.Words, StringComparison.Ordinal);
        Assert.Contains("No application has these words", (await browser.OpenAsync($"{Place}?q=%25_%3Cb%3E")).Words, StringComparison.Ordinal);
    }

    private Client Current(string home) => Provider.Get<ClientDirectory>().Current.Find(home.Split('/')[^1]) ?? throw new InvalidOperationException("It is gone.");

    private static string IdOf(Page page) => page.Path.Split('/')[^1];

    private async Task<Page> RegisterAsync(TestBrowser browser, string kind = "Web", string name = "Riverside Bookings") => await browser.SubmitAsync(
        await browser.OpenAsync($"{Place}/applications/new"), ("Kind", kind), ("AppName", name), ("Purpose", "To book a visit."), ("Redirects", Callback));

    private static async Task<string> MakeSecretAsync(TestBrowser browser, string home, string? overlap)
    {
        var form = await browser.OpenAsync($"{home}/secret");
        var page = await browser.SubmitAsync(form, overlap is null ? [] : [("Overlap", overlap)]);
        return Regex.Match(page.Html, "govuk-inset-text\">\\s*([A-Za-z0-9_-]{43})").Groups[1].Value;
    }

    private async Task<HttpStatusCode> TokenAsync(string home, string secret)
    {
        using var client = Provider.Backchannel();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{home.Split('/')[^1]}:{secret}")));
        using var answer = await client.PostAsync("/token", new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]), Cancellation);
        return answer.StatusCode;
    }
}
