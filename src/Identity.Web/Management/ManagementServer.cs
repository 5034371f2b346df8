using Identity.Web.Health;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Identity.Web.Management;

/// <summary>
/// Metrics and health on a port of their own, by a server of its own. What stands here cannot be reached from the
/// citizens' port, whatever a request says of its host. It starts first and stops last, so that a node that drains says so.
/// </summary>
internal sealed class ManagementServer(IServiceProvider node, IOptions<ManagementOptions> options, ILoggerFactory logs) : IHostedService, IAsyncDisposable
{
    private WebApplication? _server;

    /// <summary>Where it listens, once it does.</summary>
    public Uri? Address => _server?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is { } bound
        ? new Uri(bound.Addresses.First())
        : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Value.Url);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, LifetimeOfNode>();
        _server = builder.Build();
        _server.UseRouting();
        _server.UseOpenTelemetryPrometheusScrapingEndpoint(
            node.GetRequiredService<MeterProvider>(), predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        _server.MapHealthReports(node);
        await _server.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>It listens to no signal of the system: the node starts it and stops it.</summary>
    private sealed class LifetimeOfNode : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
