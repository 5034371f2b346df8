using System.Globalization;
using Identity.Domain.Grants;
using Identity.Domain.Partners;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>
/// Looks up the grant of a token that is asked about or used here, one row by key. At the token endpoint it does
/// nothing: there the conditional update itself decides.
/// </summary>
internal sealed class RejectTokenOfEndedGrant(GrantStore grants, ClientDirectory clients) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<ValidateTokenContext, RejectTokenOfEndedGrant>(OpenIddictServerHandlers.Protection.ValidateTokenEntry.Descriptor);

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.EndpointType is not (OpenIddictServerEndpointType.UserInfo or OpenIddictServerEndpointType.Introspection))
            return;

        var id = context.Principal?.GetClaim(GrantClaims.Grant) ?? context.Principal?.GetClaim(GrantClaims.Id);
        if (!Guid.TryParse(id, out var grantId))
        {
            if (IsOfChangedClient(context))
                context.Reject(ErrorCodes.InvalidToken, "The client has been changed or removed since the token was given out.");
            return;
        }

        var grant = await grants.FindAsync(grantId, context.CancellationToken);
        // RFC 7592 §2.3: with a client end the tokens that it was given.
        if (grant is null || clients.Current.Find(grant.ClientId) is null || !IsCurrent(context, grant))
        {
            context.Reject(ErrorCodes.InvalidToken, "The grant behind the token has ended.");
            return;
        }

        context.Transaction.SetProperty(typeof(Grant).FullName!, grant); // A named type has a full name.
    }

    // What a client was given for itself has no grant: it ends with the registration that it was given under. Tokens know whole seconds.
    private bool IsOfChangedClient(ValidateTokenContext context) => context.Principal is { } token && token.HasTokenType(TokenTypeIdentifiers.AccessToken)
        && token.GetClaim(ClaimNames.ClientId) is { } client
        && (clients.Current.ChangedAt(client) is not { } changed || token.GetCreationDate() is not { } issued || issued.ToUnixTimeSeconds() < changed.ToUnixTimeSeconds());

    private static bool IsCurrent(ValidateTokenContext context, Grant grant) => context.Principal!.GetTokenType() switch // A grant was found by it.
    {
        TokenTypeIdentifiers.RefreshToken => context.Principal!.GetClaim(GrantClaims.Generation) == grant.Generation.ToString(CultureInfo.InvariantCulture),
        TokenTypeIdentifiers.Private.AuthorizationCode => grant.Generation == 0,
        _ => true,
    };
}
