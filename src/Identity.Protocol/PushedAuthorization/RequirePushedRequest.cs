using Identity.Domain.Partners;
using Identity.Protocol.Interaction;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.PushedAuthorization;

/// <summary>RFC 9126 §6, <c>require_pushed_authorization_requests</c>: such a client's requests come by no other way.</summary>
internal sealed class RequirePushedRequest(ClientDirectory clients) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<ValidateAuthorizationRequestContext, RequirePushedRequest>(
        OpenIddictServerHandlers.Authentication.ValidateClientRedirectUri.Descriptor);

    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        var pushed = context.Transaction.GetProperty<StoredRequest>(typeof(StoredRequest).FullName!) is { Authenticated: true }; // A named type has a full name.
        if (!pushed && clients.Current.Find(context.ClientId) is { RequirePushedAuthorizationRequests: true })
            context.Reject(ErrorCodes.InvalidRequest, "This client must push its authorization requests (RFC 9126).");
        return default;
    }
}
