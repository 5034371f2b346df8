using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Accounts.EmailChange;

/// <summary>Makes the changes of address whose wait is over.</summary>
internal sealed partial class EmailChangeWorker(EmailChanges changes, TimeProvider clock, ILogger<EmailChangeWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await changes.ApplyDueAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                ChangesWait(unavailable);
            }
        }
    }

    [LoggerMessage(1401, LogLevel.Warning, "Changes of e-mail addresses wait for the database")]
    private partial void ChangesWait(Exception exception);
}
