using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>
/// RFC 7523 §3 as real clients speak it: <c>typ</c> absent, <c>JWT</c> or <c>client-authentication+jwt</c>; signed with
/// the registered algorithm, or else an asymmetric one.
/// </summary>
internal sealed class AcceptAssertionDialects(ClientDirectory clients) : IOpenIddictServerHandler<ValidateTokenContext>
{
    private static readonly string[] Types = ["client-authentication+jwt", "application/client-authentication+jwt", "JWT"];

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ValidateTokenContext, AcceptAssertionDialects>(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion))
            return default;

        context.TokenValidationParameters.TypeValidator = static (type, _, _) => Types.Contains(string.IsNullOrEmpty(type) ? "JWT" : type, StringComparer.OrdinalIgnoreCase)
            ? Types[0] // What OpenIddict knows it by.
            : throw new SecurityTokenInvalidTypeException("The client assertion is a token of another type.") { InvalidType = type };
        // The key is that of the 'iss', so the algorithm is too.
        context.TokenValidationParameters.AlgorithmValidator = (algorithm, _, token, _) =>
            clients.Current.Find(token.Issuer)?.TokenEndpointAuthSigningAlg is { } registered ? algorithm == registered : ClientValidator.SigningAlgorithms.Contains(algorithm);
        // CheckAssertion looks at it, and names the error as RFC 7523 §3.2 does.
        context.ValidAudiences.Clear();
        return default;
    }
}
