using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

/// <summary>
/// Between the wish to stop and the stop: <c>/health/ready</c> already says no, and requests that still come are answered.
/// After it the server takes no more, and finishes those that it has.
/// </summary>
internal sealed class Drain(IOptions<HostingOptions> options, TimeProvider clock) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        options.Value.Drain > TimeSpan.Zero ? Task.Delay(options.Value.Drain, clock, cancellationToken) : Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
