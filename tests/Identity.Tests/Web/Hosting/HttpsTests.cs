using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Web.Hosting;

/// <summary>Where the issuer is https, so is everything.</summary>
[Spec("RFC 9700", "2.6")]
public sealed class HttpsTests : IAsyncLifetime
{
    private const string Proxy = "10.0.0.2";
    private TestProvider _provider = null!; // Set before each test by InitializeAsync.

    public async ValueTask InitializeAsync() => _provider = await TestProvider.StartAsync(
        StorageProvider.Sqlite, ("Protocol:Issuer", "https://identity.example"), ("Hosting:Proxies:0", Proxy));

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData("GET", "/welcome", "?ui_locales=en")]
    [InlineData("HEAD", "/.well-known/openid-configuration", "")]
    public async Task A_page_asked_for_over_plain_http_is_redirected(string method, string path, string query)
    {
        var context = await SendAsync("http", method, path, query);

        Assert.Equal(StatusCodes.Status308PermanentRedirect, context.Response.StatusCode);
        Assert.Equal($"https://identity.example{path}{query}", context.Response.Headers.Location);
    }

    [Theory]
    [InlineData("POST", "/token", null)]
    [InlineData("POST", "/par", null)]
    [InlineData("GET", "/userinfo", "Bearer abc")]
    public async Task What_carries_a_secret_over_plain_http_is_refused_and_not_sent_on(string method, string path, string? authorization)
    {
        var context = await SendAsync("http", method, path, "", authorization);

        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
        Assert.Equal(0, context.Response.Headers.Location.Count);
    }

    [Fact]
    public async Task Plain_http_for_somebody_elses_host_is_redirected_nowhere()
    {
        var context = await SendAsync("http", "GET", "/welcome", "", host: "attacker.example");

        Assert.Equal(0, context.Response.Headers.Location.Count);
        Assert.Equal(StatusCodes.Status400BadRequest, context.Response.StatusCode);
    }

    [Fact]
    public async Task Health_is_asked_for_without_a_certificate() =>
        Assert.Equal(StatusCodes.Status200OK, (await SendAsync("http", "GET", "/health/live", "")).Response.StatusCode);

    [Theory]
    [Spec("RFC 6797", "7.1")]
    [InlineData("/welcome", StatusCodes.Status200OK)]
    [InlineData("/nowhere", StatusCodes.Status404NotFound)]
    [InlineData("/authorize", StatusCodes.Status400BadRequest)]
    [InlineData("/.well-known/openid-configuration", StatusCodes.Status200OK)]
    public async Task Every_answer_over_https_tells_the_browser_to_stay_there(string path, int status)
    {
        var context = await SendAsync("https", "GET", path, "");

        Assert.Equal(status, context.Response.StatusCode);
        Assert.StartsWith("max-age=31536000", context.Response.Headers.StrictTransportSecurity.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misdirected_request_tells_it_too()
    {
        var context = await SendAsync("https", "GET", "/welcome", "", host: "other.example");

        Assert.Equal(StatusCodes.Status421MisdirectedRequest, context.Response.StatusCode);
        Assert.StartsWith("max-age=", context.Response.Headers.StrictTransportSecurity.ToString(), StringComparison.Ordinal);
    }

    private Task<HttpContext> SendAsync(string scheme, string method, string path, string query, string? authorization = null, string host = "identity.example") =>
        _provider.SendAsync(context =>
        {
            context.Request.Method = method;
            context.Request.Path = path;
            context.Request.QueryString = new QueryString(query);
            context.Request.Host = new HostString(host);
            context.Request.Headers.Accept = "text/html";
            context.Request.Headers.Authorization = authorization;
            context.Connection.RemoteIpAddress = IPAddress.Parse(Proxy);
            context.Request.Headers["X-Forwarded-Proto"] = scheme;
        });
}
