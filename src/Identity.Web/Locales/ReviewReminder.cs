using Microsoft.Extensions.Options;

namespace Identity.Web.Locales;

/// <summary>Tells operators, at each start, which languages no person has reviewed yet. Citizens are not told.</summary>
internal sealed class ReviewReminder(IOptions<LocaleOptions> options, ILogger<ReviewReminder> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (string locale in options.Value.Awaiting)
            log.AwaitsReview(locale);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
