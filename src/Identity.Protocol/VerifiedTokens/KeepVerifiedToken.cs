using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.VerifiedTokens;

/// <summary>Keeps an access token whose signature has just been found good.</summary>
internal sealed class KeepVerifiedToken(VerifiedTokenCache tokens) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ValidateTokenContext, KeepVerifiedToken>(
        OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order + 1);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal is { } principal && RecallVerifiedToken.IsWanted(context) && principal.GetTokenType() == TokenTypeIdentifiers.AccessToken)
            tokens.Keep(context.Options, context.Token, principal);
        return default;
    }
}
