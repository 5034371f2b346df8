using Identity.Domain.Keys;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Identity.Protocol.SigningKeys;

/// <summary>Drops OpenIddict's options when the ring turns, so that the next request is served with the new keys.</summary>
internal sealed class TurnSigningKeys(SigningKeyRing ring, IOptionsMonitorCache<OpenIddictServerOptions> options) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ring.Changed += Turn;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        ring.Changed -= Turn;
        return Task.CompletedTask;
    }

    private void Turn() => options.TryRemove(Options.DefaultName);
}
