using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.VerifiedTokens;

/// <summary>Takes an access token that was verified before for what it was found to be.</summary>
internal sealed class RecallVerifiedToken(VerifiedTokenCache tokens) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ValidateTokenContext, RecallVerifiedToken>(
        OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 1);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal is null && IsWanted(context))
            context.Principal = tokens.Find(context.Options, context.Token);
        return default;
    }

    /// <summary>Whether the request would take an access token, the only kind that is kept.</summary>
    public static bool IsWanted(ValidateTokenContext context) =>
        context.ValidTokenTypes.Count == 0 || context.ValidTokenTypes.Contains(TokenTypeIdentifiers.AccessToken);
}
