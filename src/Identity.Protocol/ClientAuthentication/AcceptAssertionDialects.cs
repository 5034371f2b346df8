using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>
/// RFC 7523 §3 as real clients speak it: <c>typ</c> absent, <c>JWT</c> or <c>client-authentication+jwt</c>; signed with
/// the registered algorithm, or else one of its method, by its secret or a key that the client registered or publishes. No key is
/// both: whoever signs with a secret has no public one (RFC 8725 §2.1).
/// </summary>
internal sealed class AcceptAssertionDialects(ClientDirectory clients, ClientKeySets keySets, SharedKeys shared) : IOpenIddictServerHandler<ValidateTokenContext>
{
    private static readonly string[] Types = ["client-authentication+jwt", "application/client-authentication+jwt", "JWT"];

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ValidateTokenContext, AcceptAssertionDialects>(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor);

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.ClientAssertion))
            return;

        context.TokenValidationParameters.TypeValidator = static (type, _, _) => Types.Contains(string.IsNullOrEmpty(type) ? "JWT" : type, StringComparer.OrdinalIgnoreCase)
            ? Types[0] // What OpenIddict knows it by.
            : throw new SecurityTokenInvalidTypeException("The client assertion is a token of another type.") { InvalidType = type };
        // The key is that of the 'iss', so the algorithm is too.
        context.TokenValidationParameters.AlgorithmValidator = (algorithm, _, token, _) =>
            clients.Current.Find(token.Issuer) is { } client && Allowed(client).Contains(algorithm);
        // CheckAssertion looks at it, and names the error as RFC 7523 §3.2 does.
        context.ValidAudiences.Clear();
        await ResolveKeysAsync(context);
    }

    private static IEnumerable<string> Allowed(Client client) => client.TokenEndpointAuthSigningAlg is { } registered ? [registered]
        : client.TokenEndpointAuthMethod == ClientValidator.SecretJwt ? [ClientValidator.SecretAlgorithm]
        : ClientValidator.SigningAlgorithms;

    // OpenIddict knows those that were registered.
    private async ValueTask ResolveKeysAsync(ValidateTokenContext context)
    {
        if (UnverifiedToken.Read(context.Token) is not { } token || clients.Current.Find(token.Issuer) is not { } client)
            return;
        if (client.TokenEndpointAuthMethod == ClientValidator.SecretJwt)
            context.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => shared.Of(client);
        if (client.JwksUri is null)
            return;
        if (await keySets.FindAsync(client, token.KeyId, context.CancellationToken) is { } keys)
            context.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.GetSigningKeys();
        else
            context.Reject(ErrorCodes.InvalidClient, $"The keys at the client's 'jwks_uri' cannot be had: {keySets.Fault(client)}.");
    }
}
