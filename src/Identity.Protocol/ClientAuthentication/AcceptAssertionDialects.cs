using Identity.Domain.Partners;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>
/// RFC 7523 §3 as real clients speak it: <c>typ</c> absent, <c>JWT</c> or <c>client-authentication+jwt</c>; <c>aud</c> the
/// issuer, the token endpoint or the endpoint called; signed with the registered algorithm, or else an asymmetric one.
/// </summary>
internal sealed class AcceptAssertionDialects(ClientDirectory clients) : IOpenIddictServerHandler<ValidateTokenContext>
{
    private const string Type = "client-authentication+jwt";
    private static readonly string?[] Types = [null, "", "JWT", Type, $"application/{Type}"];
    private static readonly string[] Algorithms = ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ValidateTokenContext, AcceptAssertionDialects>(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion))
            return default;

        var registered = clients.Current.Find(context.Request?.ClientId)?.TokenEndpointAuthSigningAlg;
        context.TokenValidationParameters.TypeValidator = Canonical;
        context.TokenValidationParameters.ValidAlgorithms = registered is null ? Algorithms : [registered];
        var issuer = context.Options.Issuer!; // ProtocolServices sets it.
        context.ValidAudiences.Add(new Uri(issuer, Endpoints.Token).AbsoluteUri);
        if (context.Transaction.RequestUri is { } endpoint)
            context.ValidAudiences.Add(new Uri(issuer, endpoint.AbsolutePath).AbsoluteUri);
        return default;
    }

    /// <summary>OpenIddict takes a <c>JWT</c> for an ID token: an assertion of any dialect is handed on by its one name.</summary>
    private static string Canonical(string? type, SecurityToken token, TokenValidationParameters parameters) =>
        Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            ? Type
            : throw new SecurityTokenInvalidTypeException("The type of the client assertion is that of another token.");
}
