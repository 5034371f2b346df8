using Identity.Domain.BackChannelLogout;
using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Protocol.BackChannelLogout;

/// <summary>Looks each second for clients that have to be told that a session ended.</summary>
internal sealed class LogoutWorker(LogoutSender sender, LogoutDeliveries deliveries, TimeProvider clock, ILogger<LogoutWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            // Whoever has had a turn may have another at once.
            await Task.WhenAny([Task.Delay(Every, clock, wait.Token), .. sender.Turns]);
            await wait.CancelAsync();
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await sender.BeginAsync(cancellationToken))
            {
            }

            await deliveries.MeasureAsync(cancellationToken);
        }
        catch (StorageUnavailableException unavailable)
        {
            logger.LogoutsWaitForStorage(unavailable);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is on its way ends with the host, and its lease with time.
        }
    }
}
