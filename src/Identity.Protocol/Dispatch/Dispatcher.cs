using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Dispatch;

/// <summary>
/// Runs the handlers of an event in their order, as OpenIddict's own dispatcher does. That one looks through the handlers
/// of every event, and asks the container for each filter, on each of the dozen events of a request; this one has laid
/// them out once.
/// </summary>
internal sealed partial class Dispatcher(
    HandlerTables tables, IOptionsMonitor<OpenIddictServerOptions> options, IServiceProvider provider, ILogger<Dispatcher> logger) : IOpenIddictServerDispatcher
{
    public async ValueTask DispatchAsync<TContext>(TContext context)
        where TContext : BaseContext
    {
        foreach (var entry in tables.For<TContext>(options.CurrentValue))
        {
            if (!await entry.IsActiveAsync(context))
                continue;

            await entry.Handler(provider).HandleAsync(context);
            if (context is not BaseRequestContext request)
                continue;
            if (request.IsRequestHandled || request.IsRequestSkipped)
                return;
            if (context is BaseValidatingContext { IsRejected: true } rejected)
            {
                HandlerRejected(entry.Name, rejected.Error);
                return;
            }
        }
    }

    [LoggerMessage(2001, LogLevel.Debug, "{Handler} refused the request: {Error}")]
    private partial void HandlerRejected(string handler, string? error);
}
