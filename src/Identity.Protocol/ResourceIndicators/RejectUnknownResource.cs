using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ResourceIndicators;

/// <summary>
/// RFC 8707 §2: an API that nobody has registered, or that this client may not call, is refused as <c>invalid_target</c>.
/// A client may call the APIs its registration names and those whose scopes it may ask for.
/// </summary>
internal sealed class RejectUnknownResource<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor InPlaceOf(OpenIddictServerHandlerDescriptor native) =>
        Rule.InPlaceOf<TContext, RejectUnknownResource<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var snapshot = clients.Current;
        var request = context.Transaction.Request!; // It has been extracted.
        if (request.GetResources() is { IsDefaultOrEmpty: false } named && snapshot.Find(request.ClientId) is { } client && !named.All(resource => MayCall(client, resource, snapshot)))
            context.Reject(ErrorCodes.InvalidTarget, "The 'resource' is unknown, or is not one that this client may call.");
        return default;
    }

    private static bool MayCall(Client client, string resource, ClientSnapshot snapshot) =>
        snapshot.FindResource(resource) is not null
        && (client.Resources.Contains(resource) || client.Scopes.Any(scope => snapshot.FindScope(scope)?.Resource == resource));
}
