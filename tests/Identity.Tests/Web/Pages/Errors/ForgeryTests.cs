using System.Net;

namespace Identity.Tests.Web.Pages.Errors;

/// <summary>A form without its proof: the person learns what to do, and nothing is done.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public async Task Without_any_cookie_the_page_speaks_of_cookies() =>
        Assert.Contains("Your browser is blocking cookies", await PostAsync(cookie: null), StringComparison.Ordinal);

    [Fact]
    public async Task With_a_cookie_of_another_time_the_page_has_expired() =>
        Assert.Contains("This page has expired", await PostAsync("__Host-form=stale"), StringComparison.Ordinal);

    private static async Task<string> PostAsync(string? cookie)
    {
        await using var host = await LookHost.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/journey") { Content = new FormUrlEncodedContent([]) };
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        var response = await host.Browser().SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
