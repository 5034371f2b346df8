using System.Globalization;
using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Identity.Protocol.Clients;
using OpenIddict.Abstractions;

namespace Identity.Protocol.RequestTraces;

/// <summary>
/// What a client's developer, or whoever runs this provider, may look at first. It tells of the registration, so that it goes into the
/// log and the client's own trace, and never into an answer: whoever is refused may be anybody. Nothing that was sent is in it, as
/// that may be of a person.
/// </summary>
internal static class RefusalHint
{
    /// <returns>Null where the error says all there is.</returns>
    public static string? Of(string error, OpenIddictRequest request, Client client) => error switch
    {
        ErrorCodes.InvalidRequest when Unregistered(request.RedirectUri, client.RedirectUris) is { } hint => $"redirect_uri: {hint}",
        ErrorCodes.InvalidRequest when Unregistered(request.PostLogoutRedirectUri, client.PostLogoutRedirectUris) is { } hint => $"post_logout_redirect_uri: {hint}",
        ErrorCodes.InvalidClient when request.ClientAssertion is { Length: > 0 } assertion => Key(assertion, client),
        ErrorCodes.InvalidClient when request.ClientSecret is { Length: > 0 } secret => string.Create(CultureInfo.InvariantCulture,
            $"The secret that was sent has {secret.Length} characters and is none of the {client.ClientSecretSha256.Count} that count. The registered method is {client.TokenEndpointAuthMethod}."),
        ErrorCodes.InvalidScope when request.GetScopes().Except(client.Scopes).Any() => $"Some scope is not registered. Registered: {client.Scope}.",
        ErrorCodes.UnauthorizedClient => $"Registered grant_types: {string.Join(' ', client.GrantTypes)}.",
        _ => null,
    };

    // OpenID Connect Core §3.1.2.1: simple string comparison.
    private static string? Unregistered(string? sent, IReadOnlyList<string> registered)
    {
        if (string.IsNullOrEmpty(sent) || registered.Contains(sent, StringComparer.Ordinal))
            return null;
        var near = registered.FirstOrDefault(uri => string.Equals(uri.TrimEnd('/'), sent.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
        return near is not null
            ? $"It differs from {near} in nothing but a slash at the end or the case of letters. They are compared character by character."
            : $"It is none of {string.Join(' ', registered)}.";
    }

    private static string? Key(string assertion, Client client)
    {
        if (UnverifiedToken.Read(assertion) is not { } token)
            return "The assertion is no JWT.";
        if (client.TokenEndpointAuthMethod == ClientValidator.SecretJwt)
            return $"The assertion is to be signed with {ClientValidator.SecretAlgorithm} by the client's secret.";
        if (client.JwksUri is { } address)
            return $"The keys are read from {address}.";
        var known = (ClientFacts.Of(client).Keys?.Keys ?? []).Select(key => key.KeyId).ToList();
        return token.KeyId is { } named && known.Contains(named) ? null : $"The assertion names none of the registered keys, {string.Join(", ", known.Select(key => $"'{key}'"))}.";
    }
}
