using System.Net;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.AspNetCore.Http;

namespace Identity.Tests.Web.Hosting;

/// <summary>What a request says of its sender counts when a proxy that is named said it, and never otherwise.</summary>
public sealed class ProxyTests
{
    private const string Citizen = "203.0.113.1";

    [Theory]
    [InlineData("10.0.0.2", "10.0.0.2")]
    [InlineData("10.0.0.0/24", "10.0.0.77")]
    [InlineData("10.0.0.0/24", "::ffff:10.0.0.77")]
    [InlineData("2001:db8::/32", "2001:db8:1::5")]
    [InlineData("2001:db8::5", "2001:db8::5")]
    public async Task The_client_is_whom_a_named_proxy_says(string named, string from)
    {
        await using var provider = await StartAsync(named);

        Assert.Equal(IPAddress.Parse(Citizen), (await SendAsync(provider, from, ("X-Forwarded-For", Citizen))).Connection.RemoteIpAddress);
        Assert.Equal("2001:db8:ff::1", (await SendAsync(provider, from, ("X-Forwarded-For", "[2001:db8:ff::1]:443"))).Connection.RemoteIpAddress?.ToString());
    }

    [Theory]
    [InlineData("10.0.0.2", "10.0.0.3")]
    [InlineData("10.0.0.0/24", "10.0.1.1")]
    [InlineData("10.0.0.2", "127.0.0.1")]
    [InlineData("2001:db8::/32", "2001:db9::1")]
    public async Task Nobody_else_says_who_the_client_is_or_which_scheme_or_host_was_meant(string named, string from)
    {
        await using var provider = await StartAsync(named);

        var context = await SendAsync(provider, from, ("X-Forwarded-For", Citizen), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "attacker.example"));

        Assert.Equal(IPAddress.Parse(from), context.Connection.RemoteIpAddress);
        Assert.Equal("http", context.Request.Scheme);
        Assert.Equal(TestProvider.Issuer.Authority, context.Request.Host.Value);
    }

    [Fact]
    public async Task A_chain_is_followed_as_far_as_its_hops_are_named_and_no_further()
    {
        await using var provider = await StartAsync("10.0.0.0/24", "192.0.2.9");

        var context = await SendAsync(provider, "10.0.0.2", ("X-Forwarded-For", $"198.51.100.66, {Citizen}, 192.0.2.9, 10.0.0.7"));

        Assert.Equal(IPAddress.Parse(Citizen), context.Connection.RemoteIpAddress);
    }

    [Fact]
    public async Task A_client_behind_a_proxy_cannot_make_itself_another_for_the_limits()
    {
        await using var provider = await StartAsync([("Hosting:Proxies:0", "10.0.0.2"), ("Limits:PerNetworkAt:sign-in", "1")]);
        await SendAsync(provider, "10.0.0.2", ("X-Forwarded-For", Citizen));

        var forged = await SendAsync(provider, "10.0.0.2", ("X-Forwarded-For", $"198.51.100.1, {Citizen}"));
        var other = await SendAsync(provider, "10.0.0.2", ("X-Forwarded-For", "198.51.100.1"));

        Assert.Equal(StatusCodes.Status429TooManyRequests, forged.Response.StatusCode);
        Assert.Equal(StatusCodes.Status302Found, other.Response.StatusCode);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("10.0.0.0/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("proxy.example")]
    public async Task A_proxy_that_is_none_or_everybody_stops_the_start(string proxy)
    {
        var fault = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => StartAsync(proxy));

        Assert.Contains(fault.Failures, failure => failure.StartsWith($"Hosting:Proxies holds '{proxy}'", StringComparison.Ordinal));
    }

    private static Task<TestProvider> StartAsync(params string[] proxies) =>
        StartAsync([.. proxies.Select((proxy, i) => ($"Hosting:Proxies:{i}", proxy))]);

    private static Task<TestProvider> StartAsync(params (string, string)[] settings) => TestProvider.StartAsync(StorageProvider.Sqlite, settings);

    private static Task<HttpContext> SendAsync(TestProvider provider, string from, params (string Name, string Value)[] headers) => provider.SendAsync(context =>
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/sign-in";
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
    });
}
