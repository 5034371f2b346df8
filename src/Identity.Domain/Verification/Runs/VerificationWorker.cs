using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Verification.Runs;

/// <summary>Looks what became of verifications that wait for somebody else.</summary>
internal sealed partial class VerificationWorker(Verifications verifications, TimeProvider clock, ILogger<VerificationWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await verifications.LookAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                LooksWait(unavailable);
            }
        }
    }

    [LoggerMessage(1703, LogLevel.Warning, "Verifications that wait could not be looked at")]
    private partial void LooksWait(Exception exception);
}
