using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Web.Hosting;

public sealed class NetworkTests
{
    [Fact]
    public async Task A_network_that_begins_too_much_is_told_when_it_may_go_on()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Limits:PerNetworkAt:sign-in", "3"));
        using var browser = provider.Browser();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("sign-in")).StatusCode);

        using var refused = await browser.GetAsync("sign-in");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        // Elsewhere the same network goes on.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("welcome")).StatusCode);
        provider.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("sign-in")).StatusCode);
    }

    [Fact]
    public async Task Headers_of_a_proxy_that_nobody_named_count_for_nothing()
    {
        await using var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Limits:PerNetworkAt:sign-in", "1"));
        using var http = provider.Backchannel();
        using var first = await SendAsync(http, "203.0.113.1");

        using var second = await SendAsync(http, "198.51.100.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "sign-in");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await http.SendAsync(request);
    }
}
