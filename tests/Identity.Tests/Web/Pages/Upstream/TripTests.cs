using System.Net;
using Identity.Testing;

namespace Identity.Tests.Web.Pages.Upstream;

/// <summary>What a browser keeps on its way to another provider and back.</summary>
[Spec("RFC 9700", "4.7.1")]
public sealed class TripTests : UpstreamPagesTests
{
    [Fact]
    public async Task A_page_that_was_under_way_before_takes_nothing_of_it_away()
    {
        await LinkAsync();
        var first = await Browser.OpenAsync(Clinic.AuthorizeUrl());
        // Asked for before the browser left, by a script or another tab, and answered after that.
        using var http = new HttpClient(Provider.Handler()) { BaseAddress = TestProvider.Issuer };
        using var ask = new HttpRequestMessage(HttpMethod.Get, first.Path);
        ask.Headers.Add("Cookie", Browser.Cookies.GetCookieHeader(TestProvider.Issuer));
        using var late = await http.SendAsync(ask, Cancellation);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);

        var page = await Browser.OpenAsync(first.Path + "/at/provider");
        foreach (var cookie in late.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            Browser.Cookies.SetCookies(TestProvider.Issuer, cookie);

        Assert.NotEmpty(TestClient.Answer((await Browser.OpenAsync(Callback(page))).Address)["code"]);
    }

    [Fact]
    public async Task It_is_back_once()
    {
        await LinkAsync();
        var callback = Callback(await ElsewhereAsync());
        Assert.Equal("appointments.example", (await Browser.OpenAsync(callback)).Address.Host);

        Assert.Contains("We do not know where you came from", (await Browser.OpenAsync(callback)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_nobody_here_has_sealed_is_worth_nothing()
    {
        var callback = Callback(await ElsewhereAsync());
        Browser.Cookies.Add(TestProvider.Issuer, new Cookie("elsewhere", "forged", "/"));

        Assert.Contains("We do not know where you came from", (await Browser.OpenAsync(callback)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_cookie_is_listed_where_people_can_sign_in_elsewhere()
    {
        await ElsewhereAsync();
        var cookie = Browser.Cookies.GetCookies(TestProvider.Issuer)["elsewhere"];

        Assert.True(cookie is { HttpOnly: true });
        Assert.Contains("It is called elsewhere .", (await Browser.OpenAsync("cookies")).Words, StringComparison.Ordinal);
    }
}
