using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Claims;

/// <summary>Keeps OpenIddict's private claims out of what leaves: they mean nothing to others and tell how we are built.</summary>
internal sealed class StripInternalClaims : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<GenerateTokenContext, StripInternalClaims>(
        OpenIddictServerHandlers.Protection.AttachTokenMetadata.Descriptor);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken))
            return default;

        foreach (var name in context.SecurityTokenDescriptor.Claims.Keys.Where(IsPrivate).ToList())
            context.SecurityTokenDescriptor.Claims.Remove(name);
        if (context.SecurityTokenDescriptor.Subject is { } subject)
        {
            foreach (var claim in subject.Claims.Where(claim => IsPrivate(claim.Type)).ToList())
                subject.RemoveClaim(claim);
        }

        return default;
    }

    private static bool IsPrivate(string name) => name.StartsWith(ClaimNames.Prefixes.Private, StringComparison.Ordinal);
}
