using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Dispatch;

/// <summary>One handler at its place, with what decides whether it applies.</summary>
internal sealed class HandlerEntry<TContext>
    where TContext : BaseContext
{
    private readonly Type _type;
    private readonly IOpenIddictServerHandler<TContext>? _singleton;
    private readonly IOpenIddictServerHandlerFilter<TContext>[] _filters;

    /// <param name="descriptor">As OpenIddict has it.</param>
    /// <param name="root">The container itself: filters are singletons, and so are most handlers.</param>
    public HandlerEntry(OpenIddictServerHandlerDescriptor descriptor, IServiceProvider root)
    {
        _type = descriptor.ServiceDescriptor.ServiceType;
        _singleton = descriptor.ServiceDescriptor.ImplementationInstance as IOpenIddictServerHandler<TContext>
            ?? (descriptor.ServiceDescriptor.Lifetime is ServiceLifetime.Singleton ? (IOpenIddictServerHandler<TContext>)root.GetRequiredService(_type) : null);
        _filters = [.. descriptor.FilterTypes.Select(filter => (IOpenIddictServerHandlerFilter<TContext>)root.GetRequiredService(filter))];
    }

    public string Name => _type.Name;

    public IOpenIddictServerHandler<TContext> Handler(IServiceProvider provider) =>
        _singleton ?? (IOpenIddictServerHandler<TContext>)provider.GetRequiredService(_type);

    /// <summary>Whether every filter lets the handler run. Those of OpenIddict answer at once.</summary>
    public ValueTask<bool> IsActiveAsync(TContext context)
    {
        for (var at = 0; at < _filters.Length; at++)
        {
            var active = _filters[at].IsActiveAsync(context);
            if (!active.IsCompletedSuccessfully)
                return WaitAsync(active, at + 1, context);
            if (!active.Result)
                return new(false);
        }

        return new(true);
    }

    private async ValueTask<bool> WaitAsync(ValueTask<bool> active, int next, TContext context)
    {
        var result = await active;
        for (; result && next < _filters.Length; next++)
            result = await _filters[next].IsActiveAsync(context);
        return result;
    }
}
