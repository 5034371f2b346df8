using System.Text;
using Identity.Testing;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Web.Locales;

/// <summary>Two locales are spoken here, English and Welsh.</summary>
[Spec("OpenID Connect Core 1.0", "3.1.2.1")]
public sealed class RequestLocaleTests
{
    private readonly DefaultHttpContext _context = new() { Request = { IsHttps = true } };

    [Theory]
    [InlineData("cy", "cy")]
    [InlineData("fr-FR cy-GB en", "cy")]
    [InlineData("CY", "cy")]
    [InlineData("fr", null)]
    [InlineData("", null)]
    [InlineData("../../etc", null)]
    public async Task The_first_language_asked_for_that_is_spoken_wins(string uiLocales, string? chosen)
    {
        _context.Request.QueryString = QueryString.Create("ui_locales", uiLocales);
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Fact]
    public async Task A_choice_is_kept_for_the_pages_that_follow()
    {
        _context.Request.QueryString = QueryString.Create("ui_locales", "cy");
        await ChosenAsync();
        string cookie = _context.Response.Headers.SetCookie.ToString();
        Assert.StartsWith("__Host-locale=cy; max-age=31536000; path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cy", "cy")]
    [InlineData("xx", null)]
    public async Task A_kept_choice_counts_while_it_is_spoken(string kept, string? chosen)
    {
        _context.Request.Headers.Cookie = $"__Host-locale={kept}";
        Assert.Equal(chosen, await ChosenAsync());
    }

    [Fact]
    public async Task What_is_asked_for_now_wins_over_what_was_kept()
    {
        _context.Request.Headers.Cookie = "__Host-locale=en";
        _context.Request.QueryString = QueryString.Create("ui_locales", "cy");
        Assert.Equal("cy", await ChosenAsync());
    }

    [Fact]
    public async Task With_one_locale_there_is_nothing_to_switch()
    {
        await using var host = await LookHost.StartAsync();
        Assert.DoesNotContain("language-navigation", await (await host.GetAsync("/error")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

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
