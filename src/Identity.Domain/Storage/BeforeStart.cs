using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Storage;

/// <summary>
/// Everything that has to hold before anything else is read, in order and once. A program that runs it before it starts its
/// host can tell why it does not, in words alone.
/// </summary>
public sealed class BeforeStart : IHostedService
{
    private readonly Lazy<Task> _checks;

    internal BeforeStart(IEnumerable<IStartCheck> checks) => _checks = new Lazy<Task>(() => CheckAsync(checks));

    /// <exception cref="StartRefusedException">Something does not hold.</exception>
    public Task RunAsync() => _checks.Value;

    public Task StartAsync(CancellationToken cancellationToken) => RunAsync().WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task CheckAsync(IEnumerable<IStartCheck> checks)
    {
        foreach (var check in checks)
            await check.CheckAsync(CancellationToken.None);
    }
}
