using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>
/// OpenID Connect Core §3.1.2.1: <c>id_token_hint</c> names the only person the client wants an answer about. One that is
/// not ours names nobody; passed over, it would get an answer about whoever is signed in.
/// </summary>
internal sealed class RejectUnreadableHint<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, RejectUnreadableHint<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var authentication = context.Transaction.GetProperty<ProcessAuthenticationContext>(typeof(ProcessAuthenticationContext).FullName!); // A named type has a full name.
        if (!string.IsNullOrEmpty(context.Transaction.Request?.IdTokenHint) && authentication?.IdentityTokenPrincipal is null)
            context.Reject(ErrorCodes.InvalidRequest, "The 'id_token_hint' is not an ID token of this provider.");
        return default;
    }
}
