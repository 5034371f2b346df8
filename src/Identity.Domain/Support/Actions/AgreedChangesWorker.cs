using Identity.Domain.Storage;
using Identity.Domain.Support.Holds;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Support.Actions;

/// <summary>Looks every minute whether something that was agreed on is due, or a pause is over.</summary>
internal sealed partial class AgreedChangesWorker(AgreedChanges changes, SupportHolds holds, TimeProvider clock, ILogger<AgreedChangesWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await changes.ExecuteDueAsync(stoppingToken);
                await holds.EndDueAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                Waits(unavailable);
            }
        }
    }

    [LoggerMessage(1501, LogLevel.Warning, "What support staff agreed on waits for the database")]
    private partial void Waits(Exception exception);
}
