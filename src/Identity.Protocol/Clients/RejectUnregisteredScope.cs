using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Clients;

/// <summary>RFC 6749 §3.3 and §4.1.2.1: a scope that is not this client's to ask for is refused as <c>invalid_scope</c>.</summary>
internal sealed class RejectUnregisteredScope<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor InPlaceOf(OpenIddictServerHandlerDescriptor native) =>
        Rule.InPlaceOf<TContext, RejectUnregisteredScope<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // It has been extracted.
        if (clients.Current.Find(request.ClientId) is { } client && !request.GetScopes().All(client.Scopes.Contains))
            context.Reject(ErrorCodes.InvalidScope, "The 'scope' has a value that this client is not registered for.");
        return default;
    }
}
