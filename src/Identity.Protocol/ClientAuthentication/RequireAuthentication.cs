using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>RFC 6749 §5.2: a request without client authentication is <c>invalid_client</c>, whatever else it lacks.</summary>
internal sealed class RequireAuthentication<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor Before(OpenIddictServerHandlerDescriptor native) =>
        Rule.For<TContext, RequireAuthentication<TContext>>(native.Order - Rule.Between);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // It has been extracted.
        var client = clients.Current.Find(request.ClientId);
        if (client is { IsPublic: true })
        {
            // RFC 6749 §4.4: only confidential clients act for themselves.
            if (request.IsClientCredentialsGrantType())
                context.Reject(ErrorCodes.UnauthorizedClient, "A public client cannot get tokens for itself.");
        }
        else if (string.IsNullOrEmpty(request.ClientSecret) && string.IsNullOrEmpty(request.ClientAssertion))
        {
            context.Reject(ErrorCodes.InvalidClient, "The client has not authenticated.");
        }

        return default;
    }
}
