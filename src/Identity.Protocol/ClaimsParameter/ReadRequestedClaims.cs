using System.Text.Json;
using Identity.Protocol.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClaimsParameter;

/// <summary>
/// OpenID Connect Core §5.5: claims asked for one by one, in the ID token or by user-info, and <c>verified_claims</c> (OpenID
/// Connect for Identity Assurance 1.0 §5). A claim that is not registered for the client is passed over. Not supported: claims
/// in a language of their own (§5.2), and distributed and aggregated claims (§5.6).
/// </summary>
internal sealed class ReadRequestedClaims<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseValidatingContext
{
    public static OpenIddictServerHandlerDescriptor After(OpenIddictServerHandlerDescriptor native) =>
        Rule.After<TContext, ReadRequestedClaims<TContext>>(native);

    public ValueTask HandleAsync(TContext context)
    {
        try
        {
            RequestedClaims.Read((string?)context.Transaction.Request!.GetParameter(Parameters.Claims)).Keep(context.Transaction); // There is one once it is validated.
        }
        catch (JsonException)
        {
            context.Reject(ErrorCodes.InvalidRequest, $"The 'claims' parameter is not the JSON object of OpenID Connect Core 1.0, section 5.5, of at most {RequestedClaims.MostCharacters} characters, or its 'verified_claims' are not those of OpenID Connect for Identity Assurance 1.0, section 5.");
        }

        return default;
    }
}
