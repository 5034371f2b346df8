using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Web.Management;
using Microsoft.Extensions.Hosting;

namespace Identity.Tests.Web.Management;

/// <summary>What operators see, they see on a port of their own.</summary>
public sealed class ManagementServerTests : IAsyncLifetime
{
    private readonly HttpClient _operator = new();
    private TestProvider _provider = null!; // Set before each test by InitializeAsync.

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync(StorageProvider.Sqlite, ("Management:Url", "http://127.0.0.1:0"));
        _operator.BaseAddress = _provider.Get<ManagementServer>().Address;
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Metrics_are_text_for_Prometheus()
    {
        using var response = await _operator.GetAsync("metrics");

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("management")]
    [InlineData("127.0.0.1")]
    public async Task The_citizens_port_shows_no_metrics_whatever_the_host_is_said_to_be(string? host)
    {
        using var citizens = _provider.Backchannel();
        using var request = new HttpRequestMessage(HttpMethod.Get, "metrics");
        request.Headers.Host = host switch
        {
            null => null,
            "management" => _operator.BaseAddress!.Authority, // It has started.
            _ => $"{host}:{_operator.BaseAddress!.Port}", // As above.
        };

        using var response = await citizens.SendAsync(request);

        Assert.Equal(host is null ? HttpStatusCode.NotFound : HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("dotnet_", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citizens_pages_do_not_stand_on_the_management_port()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "welcome");
        request.Headers.Host = TestProvider.Issuer.Authority;

        using var response = await _operator.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_node_that_is_ready_says_what_it_looked_at()
    {
        var report = await _operator.GetFromJsonAsync<JsonElement>("health/ready");

        foreach (var check in new[] { "running", "database", "migrations", "keys", "isReady" })
            Assert.True(report.GetProperty(check).GetBoolean());
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_says_so_on_both_ports_and_still_lives()
    {
        _provider.Get<IHostApplicationLifetime>().StopApplication();

        using var citizens = _provider.Backchannel();
        using var told = await citizens.GetAsync("health/ready");
        using var detail = await _operator.GetAsync("health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Equal("not ready", await told.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, detail.StatusCode);
        Assert.False((await detail.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("running").GetBoolean());
        Assert.Equal("live", await _operator.GetStringAsync("health/live"));
    }
}
