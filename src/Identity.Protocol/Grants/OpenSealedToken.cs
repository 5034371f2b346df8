using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Grants;

/// <summary>Reads a code or a refresh token back into the principal that OpenIddict's checks are written for.</summary>
internal sealed class OpenSealedToken(SealedTokens tokens) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.InPlaceOf<ValidateTokenContext, OpenSealedToken>(OpenIddictServerHandlers.Protection.ValidateReferenceTokenIdentifier.Descriptor);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        var any = context.ValidTokenTypes.Count == 0;
        if ((any || context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.AuthorizationCode)) && tokens.OpenCode(context.Token) is { } code)
        {
            context.Principal = Principal(TokenTypeIdentifiers.Private.AuthorizationCode, code.Client, code.Subject, code.Scopes, code.Resources, code.Expires)
                .SetClaim(GrantClaims.Grant, code.Grant.ToString("D"))
                .SetClaim(ClaimNames.Private.RedirectUri, code.RedirectUri)
                .SetClaim(ClaimNames.Private.CodeChallenge, code.Challenge)
                .SetClaim(ClaimNames.Private.CodeChallengeMethod, code.Challenge is null ? null : CodeChallengeMethods.Sha256)
                .SetClaim(ClaimNames.Private.Nonce, code.Nonce);
        }
        else if ((any || context.ValidTokenTypes.Contains(TokenTypeIdentifiers.RefreshToken)) && tokens.OpenRefreshToken(context.Token) is { } refresh)
        {
            context.Principal = Principal(TokenTypeIdentifiers.RefreshToken, refresh.Client, refresh.Subject, refresh.Scopes, refresh.Resources, refresh.Expires)
                .SetClaim(GrantClaims.Grant, refresh.Grant.ToString("D"))
                .SetClaim(GrantClaims.Generation, refresh.Generation.ToString(CultureInfo.InvariantCulture));
        }

        return default;
    }

    private static ClaimsPrincipal Principal(string type, string client, string subject, IReadOnlyList<string> scopes, IReadOnlyList<string> resources, long expires) =>
        new ClaimsPrincipal(new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ClaimNames.Name, ClaimNames.Role))
            .SetTokenType(type)
            .SetClaim(ClaimNames.Subject, subject)
            .SetPresenters(client)
            .SetScopes(scopes)
            .SetResources(resources)
            .SetExpirationDate(DateTimeOffset.FromUnixTimeMilliseconds(expires));
}
