using Identity.Domain.Partners;
using Identity.Protocol.Errors;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Clients;

/// <summary>
/// An application that is paused begins nothing and gets nothing. RFC 6749 §5.2 calls that <c>unauthorized_client</c>. A
/// person who comes from it is not sent back to be sent here again: a page says what is the matter, unless
/// <c>prompt=none</c> forbids pages.
/// </summary>
/// <remarks>Revocation and introspection go on: what was given out can still be taken back and asked about.</remarks>
internal sealed class RejectPausedClient<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, RejectPausedClient<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // It has been extracted.
        if (clients.Current.Find(request.ClientId) is not { Paused: true })
            return default;

        var page = context is ValidateAuthorizationRequestContext && !request.HasPromptValue(PromptValues.None);
        context.Reject(page ? ShowErrorPage<ProcessErrorContext>.ClientPaused : ErrorCodes.UnauthorizedClient, "The client is paused.");
        return default;
    }
}
