using Identity.Domain.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Identity.Domain.Credentials.Metadata;

/// <summary>Looks for new metadata every minute; reviews the passkeys when there is, at the start and every night.</summary>
internal sealed class MetadataWorker(MetadataFile metadata, PasskeyReview review, TimeProvider clock, ILogger<MetadataWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReviewEvery = TimeSpan.FromDays(1);

    private DateTimeOffset _reviewed = DateTimeOffset.MinValue;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await metadata.LookAsync(cancellationToken) || now - _reviewed >= ReviewEvery)
        {
            await review.RunAsync(cancellationToken);
            _reviewed = now;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                Log.ReviewWaits(logger, unavailable);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
