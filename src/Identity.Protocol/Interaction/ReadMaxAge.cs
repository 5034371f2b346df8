using System.Globalization;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>OpenID Connect Core §3.1.2.1: <c>max_age</c> is a number of seconds. Taken for absent, it would let an old sign-in pass.</summary>
internal sealed class RejectUnusableMaxAge<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, RejectUnusableMaxAge<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        var seconds = (string?)context.Transaction.Request?.GetParameter(Parameters.MaxAge);
        if (!string.IsNullOrEmpty(seconds) && !int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            context.Reject(ErrorCodes.InvalidRequest, $"The 'max_age' is not a number of seconds from 0 to {int.MaxValue}.");
        return default;
    }
}
