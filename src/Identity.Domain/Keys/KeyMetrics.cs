using System.Diagnostics.Metrics;
using Identity.Domain.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Identity.Domain.Keys;

/// <summary>How long each signing key has signed, and how long until the next one's turn.</summary>
internal sealed class KeyMetrics(IMeterFactory meters, SigningKeyRing keys, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Identity().CreateObservableGauge("identity.keys.age", () => Of(key => clock.GetUtcNow() - key.Life.SignsFrom), "s", "How long the key that signs has signed.");
        meters.Identity().CreateObservableGauge("identity.keys.until_turn", () => Of(key => key.Life.SignsUntil - clock.GetUtcNow()), "s", "How long until the next key signs.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<double>> Of(Func<SigningKey, TimeSpan> time) => keys.IsLoaded
        ? keys.Current.Signing.Select(key => new Measurement<double>(time(key).TotalSeconds, Instruments.Tag("algorithm", key.Algorithm)))
        : [];
}
