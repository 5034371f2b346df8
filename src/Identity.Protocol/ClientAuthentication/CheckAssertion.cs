using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>
/// RFC 7523 §3: the claims of a client assertion, whose signature has been verified. Every fault is <c>invalid_client</c>
/// (§3.2). Not supported: an <c>iss</c> other than the client, as nobody else may speak for it.
/// </summary>
internal sealed class CheckAssertion(TimeProvider clock) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxLife = TimeSpan.FromHours(1);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<ProcessAuthenticationContext, CheckAssertion>(OpenIddictServerHandlers.ValidateClientAssertionIssuer.Descriptor);

    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.ClientAssertionPrincipal is not { } assertion)
            return default;

        if (Fault(context, assertion) is { } fault)
            context.Reject(ErrorCodes.InvalidClient, fault);
        else
            context.Request!.ClientId = assertion.GetClaim(ClaimNames.Issuer); // It has been extracted.
        return default;
    }

    private string? Fault(ProcessAuthenticationContext context, ClaimsPrincipal assertion)
    {
        // Items 1 and 2: 'iss' and 'sub' are the client, and so is a 'client_id' beside it (RFC 7521 §4.2).
        var client = assertion.GetClaim(ClaimNames.Issuer);
        if (string.IsNullOrEmpty(client) || assertion.GetClaim(ClaimNames.Subject) != client)
            return "The 'iss' and the 'sub' of the client assertion are not both the client.";
        if (context.Request?.ClientId is { Length: > 0 } beside && beside != client)
            return "The client assertion is not by the 'client_id' of the request.";

        // Item 3: 'aud' names this provider.
        if (!assertion.GetAudiences().Any(audience => Audiences(context).Contains(audience)))
            return "The 'aud' of the client assertion is not the issuer.";

        // Items 4 and 5: 'exp' is there and has not passed, 'nbf' has.
        var now = clock.GetUtcNow();
        if (assertion.GetExpirationDate() is not { } expires || expires + Skew <= now || expires - now > MaxLife)
            return "The 'exp' of the client assertion is missing, has passed, or is more than an hour away.";
        return long.TryParse(assertion.GetClaim(ClaimNames.NotBefore), out var from) && DateTimeOffset.FromUnixTimeSeconds(from) - Skew > now
            ? "The 'nbf' of the client assertion has not been reached."
            : null;
    }

    /// <summary>OpenID Connect Core §9 and RFC 9126 §2: the issuer, the token endpoint, or the endpoint called.</summary>
    private static IEnumerable<string> Audiences(ProcessAuthenticationContext context)
    {
        var issuer = context.Options.Issuer!; // ProtocolServices sets it.
        yield return issuer.AbsoluteUri;
        yield return issuer.AbsoluteUri.TrimEnd('/');
        yield return new Uri(issuer, Endpoints.Token).AbsoluteUri;
        if (context.Transaction.RequestUri is { } called)
            yield return new Uri(issuer, called.AbsolutePath).AbsoluteUri;
    }
}
