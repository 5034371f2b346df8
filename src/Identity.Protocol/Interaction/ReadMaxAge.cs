using System.Globalization;
using Identity.Domain.Partners;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>
/// OpenID Connect Core §3.1.2.1: <c>max_age</c> is a number of seconds. Taken for absent, it would let an old sign-in pass.
/// Of a request without one it is the client's <c>default_max_age</c> (OpenID Connect Registration §2).
/// </summary>
internal sealed class ReadMaxAge<TContext>(ClientDirectory clients) : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, ReadMaxAge<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var request = context.Transaction.Request!; // There is one once it is validated.
        var seconds = (string?)request.GetParameter(Parameters.MaxAge);
        if (string.IsNullOrEmpty(seconds))
            request.MaxAge = clients.Current.Find(request.ClientId)?.DefaultMaxAge;
        else if (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            context.Reject(ErrorCodes.InvalidRequest, $"The 'max_age' is not a number of seconds from 0 to {int.MaxValue}.");
        return default;
    }
}
