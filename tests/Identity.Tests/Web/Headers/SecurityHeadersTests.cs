using Identity.Testing;
using Identity.Web.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Web.Headers;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task A_page_may_load_only_what_this_site_serves_and_runs_nothing_inline()
    {
        string policy = await PolicyAsync(_ => { });
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://app.example/callback?x=1", "https://app.example")]
    [InlineData("https://app.example:8443/callback", "https://app.example:8443")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example")]
    [InlineData("http://127.0.0.1:51234/", "http://127.0.0.1:51234")]
    [InlineData("http://[::1]:51234/", "http:")]
    [InlineData("com.example.app:/callback", "com.example.app:")]
    public async Task A_page_names_where_its_form_ends(string redirect, string source) =>
        Assert.EndsWith($"form-action 'self' {source}", await PolicyAsync(context => context.AllowFormActionTo(new Uri(redirect))), StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void A_form_never_ends_where_script_runs(string redirect) =>
        Assert.Throws<ArgumentException>(() => new ContentSecurityPolicy().AllowFormActionTo(new Uri(redirect)));

    [Fact]
    public async Task A_page_names_what_it_shows_in_frames() =>
        Assert.StartsWith("frame-src https://app.example https://other.example:8443; default-src 'none'; ", await PolicyAsync(context =>
        {
            context.AllowFrameOf(new Uri("https://other.example:8443/out?x=1"));
            context.AllowFrameOf(new Uri("https://app.example/out"));
        }), StringComparison.Ordinal);

    [Fact]
    public async Task An_error_is_guarded_like_a_page()
    {
        await using var host = await LookHost.StartAsync();
        var response = await host.GetAsync("/nowhere");
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    [Spec("RFC 6797", "7.2")]
    public async Task A_bug_is_guarded_like_a_page_and_https_is_remembered()
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/bug", string () => throw new InvalidOperationException()));
        var response = await host.GetAsync("/bug");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_an_endpoint_states_itself_is_left_alone()
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/keys", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=60";
            return "{}";
        }));
        Assert.Equal("public, max-age=60", (await host.GetAsync("/keys")).Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("https://identity.example/help", true)]
    [InlineData("http://identity.example/help", false)]
    [InlineData("https://localhost/help", false)]
    public async Task Https_is_remembered_only_over_https(string address, bool remembered)
    {
        await using var host = await LookHost.StartAsync();
        var response = await host.Browser().GetAsync(new Uri(address));
        Assert.Equal(remembered, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Every_cookie_is_secure()
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/cookie", (HttpContext context) => context.Response.Cookies.Append("a", "b")));
        Assert.Contains("secure", Assert.Single((await host.GetAsync("/cookie")).Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    private static async Task<string> PolicyAsync(Action<HttpContext> page)
    {
        await using var host = await LookHost.StartAsync(app => app.MapGet("/page", (HttpContext context) =>
        {
            page(context);
            return "";
        }));
        return Assert.Single((await host.GetAsync("/page")).Headers.GetValues("Content-Security-Policy"));
    }
}
