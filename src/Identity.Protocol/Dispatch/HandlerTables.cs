using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Dispatch;

/// <summary>The handlers of each event in their order, laid out once for each instance of the options. Thread-safe.</summary>
internal sealed class HandlerTables(IServiceProvider root)
{
    private readonly ConditionalWeakTable<OpenIddictServerOptions, ConcurrentDictionary<Type, object>> _tables = [];

    public HandlerEntry<TContext>[] For<TContext>(OpenIddictServerOptions options)
        where TContext : BaseContext
    {
        var table = _tables.GetOrCreateValue(options);
        return (HandlerEntry<TContext>[])(table.TryGetValue(typeof(TContext), out var known)
            ? known
            : table.GetOrAdd(typeof(TContext), _ => Lay<TContext>(options)));
    }

    private HandlerEntry<TContext>[] Lay<TContext>(OpenIddictServerOptions options)
        where TContext : BaseContext =>
        [.. options.Handlers.Where(descriptor => descriptor.ContextType == typeof(TContext)).Select(descriptor => new HandlerEntry<TContext>(descriptor, root))];
}
