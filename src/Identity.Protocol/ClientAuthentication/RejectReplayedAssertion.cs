using Identity.Domain.Grants;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>RFC 7523 §3 item 7: a <c>jti</c> is accepted once, on all nodes together. Without one an assertion could be replayed.</summary>
internal sealed class RejectReplayedAssertion(UsedAssertionStore used) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    private const int MaxLength = 255;

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ProcessAuthenticationContext, RejectReplayedAssertion>(OpenIddictServerHandlers.ValidateClientAssertionIssuer.Descriptor);

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.ClientAssertionPrincipal is not { } assertion)
            return;

        var jti = assertion.GetClaim(ClaimNames.JwtId);
        if (string.IsNullOrEmpty(jti) || jti.Length > MaxLength)
        {
            context.Reject(ErrorCodes.InvalidClient, $"The client assertion needs a 'jti' of 1 to {MaxLength} characters.");
            return;
        }

        var expires = assertion.GetExpirationDate() ?? throw new InvalidOperationException("CheckAssertion lets no assertion through without 'exp'.");
        if (!await used.TryUseAsync(assertion.GetClaim(ClaimNames.Issuer) ?? "", jti, expires, context.CancellationToken))
            context.Reject(ErrorCodes.InvalidClient, "The client assertion has been used before. Give each request a new 'jti'.");
    }
}
