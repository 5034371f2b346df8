using System.Text;
using Identity.Testing;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Web.Locales;

/// <summary>Two locales are spoken here, English and Welsh.</summary>
public sealed class RequestLocaleTests
{
    private readonly DefaultHttpContext _context = new() { Request = { IsHttps = true } };

    [Theory]
    [Spec("OpenID Connect Core 1.0", "3.1.2.1")]
    [InlineData("cy", "cy")]
    [InlineData("fr-FR cy-GB en", "cy")]
    [InlineData("CY", "cy")]
    [InlineData("cy-Latn-GB", "cy")]
    [InlineData("fr", null)]
    [InlineData("", null)]
    [InlineData("cyb", null)]
    [InlineData("../../etc", null)]
    [InlineData("cy-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee", null)]
    public async Task The_first_language_an_application_asks_for_that_is_spoken_wins(string uiLocales, string? chosen)
    {
        Ask("ui_locales", uiLocales);
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Fact]
    public async Task A_choice_is_kept_for_a_year()
    {
        Ask("lang", "cy");
        Assert.Equal("cy", await ChosenAsync());
        Assert.StartsWith("__Host-locale=cy; max-age=31536000; path=/; secure; samesite=lax; httponly", Cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_application_asks_for_is_kept_until_the_browser_closes()
    {
        Ask("ui_locales", "cy");
        await ChosenAsync();
        Assert.Equal("__Host-locale=~cy; path=/; secure; samesite=lax; httponly", Cookie);
    }

    [Theory]
    [InlineData("cy", "cy")]
    [InlineData("~cy", "cy")]
    [InlineData("xx", null)]
    [InlineData("~xx", null)]
    [InlineData("~", null)]
    public async Task What_was_kept_counts_while_it_is_spoken(string kept, string? chosen)
    {
        Kept(kept);
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Theory]
    [InlineData("en", "lang", "cy", "cy")]
    [InlineData("~en", "ui_locales", "cy", "cy")]
    [InlineData("en", "ui_locales", "cy", "en")]
    public async Task What_a_person_chose_wins_over_what_an_application_asks_and_the_last_word_over_the_one_before(
        string kept, string parameter, string now, string chosen)
    {
        Kept(kept);
        Ask(parameter, now);
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Theory]
    [Spec("RFC 9110", "12.5.4")]
    [InlineData("cy", "cy")]
    [InlineData("cy-GB, en;q=0.8", "cy")]
    [InlineData("en;q=0.7, cy;q=0.9", "cy")]
    [InlineData("de, fr;q=0.9, nl;q=0.8, it;q=0.7, cy;q=0.1", "cy")]
    [InlineData("cy;q=0, en", "en")]
    [InlineData("cy;q=0", null)]
    [InlineData("*", null)]
    [InlineData("*, cy;q=0.5", "cy")]
    [InlineData("fr", null)]
    [InlineData(";;;=,q", null)]
    [InlineData("cy;q=9", null)]
    [InlineData("", null)]
    public async Task Else_the_browser_has_its_wish(string header, string? chosen)
    {
        _context.Request.Headers.AcceptLanguage = header;
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Fact]
    public async Task What_was_asked_for_wins_over_the_browser()
    {
        Ask("ui_locales", "cy");
        _context.Request.Headers.AcceptLanguage = "en-GB";
        Assert.Equal("cy", await ChosenAsync());
    }

    [Fact]
    public async Task A_page_is_in_Welsh_from_its_first_tag_and_leads_back_to_itself_in_English()
    {
        await using var host = await LookHost.StartAsync();

        using var response = await host.GetAsync("/help?about=codes&lang=cy");

        string html = await response.Content.ReadAsStringAsync();
        Assert.Equal(["cy"], response.Content.Headers.ContentLanguage);
        Assert.Contains("<html lang=\"cy\"", html, StringComparison.Ordinal);
        Assert.Contains("Cael help", html, StringComparison.Ordinal);
        Assert.Contains("<span aria-current=\"true\" lang=\"cy\">Cymraeg</span>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/help?about=codes&amp;lang=en\" lang=\"en\" hreflang=\"en\" rel=\"alternate\">English", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_error_leads_back_to_the_address_that_was_asked_for_and_repeats_nothing_else()
    {
        await using var host = await LookHost.StartAsync();

        using var response = await host.GetAsync("/no/such/page?a=b");

        Assert.Contains("<a href=\"/no/such/page?lang=cy\" lang=\"cy\" hreflang=\"cy\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page?lang=cy")]
    [InlineData("/no/such/page?ui_locales=cy")]
    public async Task The_page_of_an_error_is_in_the_language_that_was_asked_for(string path)
    {
        await using var host = await LookHost.StartAsync();

        using var response = await host.GetAsync(path);

        Assert.Contains("Ni allwn ddod o hyd i’r dudalen hon", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private string Cookie => _context.Response.Headers.SetCookie.ToString();

    private void Ask(string parameter, string value) => _context.Request.QueryString = QueryString.Create(parameter, value);

    private void Kept(string value) => _context.Request.Headers.Cookie = $"__Host-locale={value}";

    private async Task<string?> ChosenAsync() =>
        (await new RequestLocale(Bilingual()).DetermineProviderCultureResult(_context))?.UICultures.Single().ToString();

    private static Catalogue Bilingual()
    {
        var reader = new CatalogueReader("en", []);
        foreach (string locale in new[] { "en", "cy" })
            reader.Add(locale, "a", new MemoryStream(Encoding.UTF8.GetBytes("""{ "a.one": "1" }""")));
        return reader.Finish();
    }
}
