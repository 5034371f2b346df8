using System.Collections.Concurrent;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Web.Management;
using Identity.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Identity.Tests.Web.Telemetry;

/// <summary>What is sent to a collector, and that nothing is measured where nobody asked.</summary>
public sealed class CollectorTests
{
    [Theory]
    [InlineData("Telemetry:Otlp")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task Traces_and_metrics_reach_the_collector_that_is_configured(string setting)
    {
        var received = new ConcurrentDictionary<string, int>();
        await using var collector = await CollectAsync(received);

        await using (var provider = await TestProvider.StartAsync(StorageProvider.Sqlite, (setting, collector.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            using var http = provider.Backchannel();
            using var answer = await http.GetAsync("welcome");
            provider.Get<TracerProvider>().ForceFlush();
            provider.Get<MeterProvider>().ForceFlush();
        }

        Assert.True(received.GetValueOrDefault("/v1/traces") > 0);
        Assert.True(received.GetValueOrDefault("/v1/metrics") > 0);
    }

    [Fact]
    public async Task Nothing_listens_and_no_port_is_taken_unless_it_is_configured()
    {
        await using var provider = await TestProvider.StartAsync();

        var services = provider.Get<IServiceProvider>();
        Assert.Null(services.GetService<TracerProvider>());
        Assert.Null(services.GetService<MeterProvider>());
        Assert.Null(services.GetService<ManagementServer>());
    }

    [Theory]
    [InlineData("Telemetry:Otlp", "collector")]
    [InlineData("Telemetry:TracePercent", "101")]
    [InlineData("Management:Url", "https://127.0.0.1:5009")]
    [InlineData("Management:Url", "5009")]
    [InlineData("Hosting:Drain", "01:00:00")]
    public async Task A_faulty_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var faults = await Assert.ThrowsAsync<OptionsValidationException>(() => TestProvider.StartAsync(StorageProvider.Sqlite, (setting, value)));

        Assert.StartsWith(setting, Assert.Single(faults.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Production_writes_no_request_into_its_log()
    {
        var validator = new TelemetryOptionsValidator(new HostingEnvironment { EnvironmentName = Environments.Production });

        Assert.Contains("DangerLogRequests", validator.Validate(null, new TelemetryOptions { DangerLogRequests = true }).FailureMessage, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, int> received)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(context =>
        {
            received.AddOrUpdate(context.Request.Path.Value ?? "", 1, (_, count) => count + 1);
            return Task.CompletedTask;
        });
        await collector.StartAsync();
        return collector;
    }
}
