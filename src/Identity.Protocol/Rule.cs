using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol;

/// <summary>Makes the descriptor of a rule: one handler, at one place in the order.</summary>
internal static class Rule
{
    /// <summary>Between two of OpenIddict's own handlers, which stand 1,000 apart.</summary>
    public const int Between = 500;

    public static OpenIddictServerHandlerDescriptor For<TContext, THandler>(int order)
        where TContext : BaseContext
        where THandler : class, IOpenIddictServerHandler<TContext> =>
        OpenIddictServerHandlerDescriptor.CreateBuilder<TContext>()
            .UseSingletonHandler<THandler>()
            .SetOrder(order)
            .SetType(OpenIddictServerHandlerType.Custom)
            .Build();

    /// <summary>After <paramref name="native"/> and before the next of OpenIddict's own.</summary>
    public static OpenIddictServerHandlerDescriptor After<TContext, THandler>(OpenIddictServerHandlerDescriptor native)
        where TContext : BaseContext
        where THandler : class, IOpenIddictServerHandler<TContext> => For<TContext, THandler>(native.Order + Between);

    /// <summary>In the place of <paramref name="native"/>, which is removed.</summary>
    public static OpenIddictServerHandlerDescriptor InPlaceOf<TContext, THandler>(OpenIddictServerHandlerDescriptor native)
        where TContext : BaseContext
        where THandler : class, IOpenIddictServerHandler<TContext> => For<TContext, THandler>(native.Order);
}
