using Identity.Domain.Support;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Identity.Web.Surfaces;

/// <summary>
/// Listens on the console's port too, on this machine alone: a proxy in front, or a newcomer's browser, is there. Where
/// endpoints are written under <c>Kestrel:Endpoints</c>, those count alone, and one of them has to be the console's.
/// </summary>
internal sealed class SupportPort(IOptions<SupportOptions> options) : IStartupFilter
{
    // Kestrel's own default, which an address of ours would otherwise replace.
    private const string Default = "http://localhost:5000";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (options.Value.Port > 0 && app.ServerFeatures.Get<IServerAddressesFeature>() is { } listening)
        {
            if (listening.Addresses.Count == 0)
                listening.Addresses.Add(Default);
            listening.Addresses.Add($"http://localhost:{options.Value.Port}");
        }

        next(app);
    };
}
