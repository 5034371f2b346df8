using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Verification;

/// <summary>Reminds people of codes and proof that end soon.</summary>
internal sealed partial class ReminderWorker(RunStore runs, ProofReminders proofs, TimeProvider clock, ILogger<ReminderWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await runs.RemindAsync(stoppingToken);
                await proofs.RemindAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                RemindersWait(unavailable);
            }
        }
    }

    [LoggerMessage(1705, LogLevel.Warning, "Reminders wait for the database")]
    private partial void RemindersWait(Exception exception);
}
