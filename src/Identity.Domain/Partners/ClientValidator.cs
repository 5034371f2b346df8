using System.Globalization;
using System.Text.Json;
using Identity.Domain.Sessions.Trust;
using Identity.Sdk;

namespace Identity.Domain.Partners;

/// <summary>The rules of a registration. Returns every fault at once, each with the remedy, in words for the partner's developer.</summary>
public static class ClientValidator
{
    /// <summary>RFC 8628 §3.4: the grant of a device without a browser.</summary>
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>OpenID Connect Core §9: a client that signs with its secret.</summary>
    public const string SecretJwt = "client_secret_jwt";

    /// <summary>What it signs with (RFC 7518 §3.2): a secret is long enough for it, and for nothing longer.</summary>
    public const string SecretAlgorithm = "HS256";

    private static readonly string[] AuthMethods = ["client_secret_basic", "client_secret_post", SecretJwt, "private_key_jwt", "none"];
    private const int MostUris = 50;
    private static readonly string[] Grants = ["authorization_code", "refresh_token", "client_credentials", DeviceCode];

    /// <summary>What a client may sign with: asymmetric, so that nobody else can have done it (RFC 8725 §3.1).</summary>
    public static IReadOnlyList<string> SigningAlgorithms { get; } = ["ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    /// <returns>What is wrong with an address that this provider would call, and how to mend it, or null.</returns>
    public static string? AddressFault(string uri) => PublishedUri.Fault(uri);

    /// <returns>What is wrong with a JSON Web Key Set of public keys, and how to mend it, or null.</returns>
    public static string? KeysFault(JsonElement set) => PublicKeys.Fault(set);

    /// <param name="client">The registration.</param>
    /// <param name="implicitFlows">Whether it may be for flows that answer with tokens in the browser (<see cref="ClientFlows.Implicit"/>).</param>
    public static IReadOnlyList<string> Faults(Client client, bool implicitFlows = false) => [.. FaultsOf(client, implicitFlows)];

    private static IEnumerable<string> FaultsOf(Client client, bool implicitFlows)
    {
        if (client.ClientId.Length is 0 or > 200 || client.ClientId.Any(c => c is <= ' ' or > '~'))
            yield return "client_id: write 1 to 200 visible ASCII characters without spaces.";
        if (client.ClientName.Length is 0 or > 100)
            yield return "client_name: write the name citizens know, at most 100 characters.";
        // A name that runs backwards or hides letters could be taken for another.
        if (client.ClientName.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            yield return "client_name: it has a letter that nobody sees. Leave it out.";
        if (client.SectorIdentifierUri is { } list && PublishedUri.Fault(list) is { } unlisted)
            yield return $"sector_identifier_uri: {unlisted}";
        if (client.ClientUri is { } home && PublishedUri.Fault(home) is { } homeless)
            yield return $"client_uri: {homeless}";
        if (!AuthMethods.Contains(client.TokenEndpointAuthMethod))
            yield return $"token_endpoint_auth_method: '{client.TokenEndpointAuthMethod}' is not supported. Write one of {string.Join(", ", AuthMethods)}.";
        foreach (var fault in AssertionFaults(client))
            yield return fault;
        if (client.TokenEndpointAuthMethod is "client_secret_basic" or "client_secret_post" && client.ClientSecretSha256.Count == 0)
            yield return "client_secret_sha256: the method needs a secret. Write the SHA-256 of at least one, in hexadecimal.";
        if (client.ClientSecretSha256.Any(hash => hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
            yield return "client_secret_sha256: each is 64 hexadecimal digits.";
        if (client.TokenEndpointAuthMethod == "private_key_jwt" && !client.HasKeys)
            yield return "jwks: private_key_jwt needs the public keys, or a jwks_uri that has them.";
        if (client.RequireSignedRequestObject && !client.HasKeys)
            yield return "jwks: require_signed_request_object needs the public keys that the request objects are signed with, or a jwks_uri that has them.";
        // RFC 7591 §2.
        if (client is { Jwks: not null, JwksUri: not null })
            yield return "jwks_uri: there are jwks too. Write one of them.";
        if (client.RequestUris.Count > MostUris)
            yield return $"request_uris: at most {MostUris}.";
        foreach (var fault in client.RequestUris.Select(PublishedUri.HashedFault).OfType<string>())
            yield return $"request_uris: {fault}";
        if (client.JwksUri is { } keys && PublishedUri.Fault(keys) is { } unpublished)
            yield return $"jwks_uri: {unpublished}";
        if (client.RequestObjectSigningAlg is { } signed && !SigningAlgorithms.Contains(signed))
            yield return $"request_object_signing_alg: '{signed}' is not supported. Write one of {string.Join(", ", SigningAlgorithms)}.";
        if (client.SubjectType is not ("pairwise" or "public"))
            yield return $"subject_type: '{client.SubjectType}' is not supported. Write pairwise or public.";
        foreach (var fault in ResponseProtection.Faults(client))
            yield return fault;
        if (client.IdTokenSignedResponseAlg is not ("ES256" or "RS256" or "RS512" or "PS256"))
            yield return $"id_token_signed_response_alg: '{client.IdTokenSignedResponseAlg}' is not supported. Write ES256 or RS256.";
        foreach (var fault in ResponseTypeRules.Faults(client, implicitFlows))
            yield return fault;
        if (client.RedirectUris.Count > MostUris || client.PostLogoutRedirectUris.Count > MostUris)
            yield return $"redirect_uris: at most {MostUris}.";
        if (client.Jwks is { } set && PublicKeys.Fault(set) is { } unusable)
            yield return $"jwks: {unusable}";
        string[] grants = implicitFlows ? [.. Grants, ResponseTypeRules.Implicit] : Grants;
        foreach (var grant in client.GrantTypes.Except(grants))
            yield return $"grant_types: '{grant}' is not supported. Write some of {string.Join(", ", grants)}.";
        if (client.GrantTypes.Contains("client_credentials") && client.IsPublic)
            yield return "grant_types: client_credentials needs a client that authenticates.";
        if (client.GrantTypes.Contains("authorization_code") && client.RedirectUris.Count == 0)
            yield return "redirect_uris: the authorization_code grant needs at least one.";
        if (client.SubjectType == "pairwise" && client.SectorIdentifier is null && client.SectorIdentifierUri is null && client.RedirectUris.Select(Host).Distinct().Count() > 1)
            yield return "sector_identifier: the redirect URIs have several hosts (OpenID Connect Core §8.1). Name the sector, or a sector_identifier_uri that lists them.";
        foreach (var (acr, _) in client.Consent.Acr.Where(entry => Acr.Read(entry.Key) is null || entry.Value.Length is 0 or > 200))
            yield return $"consent.acr: '{acr}' needs one of aal1, aal2, phr or phrh as its name, and a reason of at most 200 characters.";
        foreach (var vector in client.VectorsOfTrust.Where(vector => !VectorOfTrust.TryParse(vector, out _)))
            yield return $"vectors_of_trust: '{vector}' is no vector. Write components with full stops between, such as P2.Cm.";
        if (client.Resource is { } api && api.Levels.Keys.FirstOrDefault(scope => !api.Scopes.ContainsKey(scope)) is { } stray)
            yield return $"resource.levels: '{stray}' is none of its scopes.";
        if (client.InitiateLoginUri is { } start && PublishedUri.Fault(start) is { } unusableStart)
            yield return $"initiate_login_uri: {unusableStart}";
        if (client.DefaultMaxAge < 0)
            yield return "default_max_age: write a number of seconds, 0 or more.";
        foreach (var acr in client.DefaultAcrValues.Where(value => Acr.Read(value) is null))
            yield return $"default_acr_values: '{acr}' is not known. Write some of aal1, aal2, phr, phrh.";
        if (client.BackchannelLogoutUri is { } logout && PublishedUri.Fault(logout) is { } wrong)
            yield return $"backchannel_logout_uri: {wrong}";
        if (client.BackchannelLogoutSessionRequired && client.BackchannelLogoutUri is null)
            yield return "backchannel_logout_session_required: there is no backchannel_logout_uri. Write one, or leave this out.";
        if (client.FrontchannelLogoutUri is { } frame && FrameUri.Fault(frame, client.RedirectUris) is { } unframed)
            yield return $"frontchannel_logout_uri: {unframed}";
        if (client.FrontchannelLogoutSessionRequired && client.FrontchannelLogoutUri is null)
            yield return "frontchannel_logout_session_required: there is no frontchannel_logout_uri. Write one, or leave this out.";
        foreach (var fault in client.RedirectUris.Concat(client.PostLogoutRedirectUris).Select(uri => RedirectUris.Fault(uri, client.ApplicationType)).OfType<string>())
            yield return fault;
    }

    private static IEnumerable<string> AssertionFaults(Client client)
    {
        if (client.TokenEndpointAuthMethod == SecretJwt && client.ClientSecretSealed.Count == 0)
            yield return "client_secret_sealed: client_secret_jwt needs a secret that this instance has sealed. The command 'clients make-secret' makes one.";
        if (client.TokenEndpointAuthMethod != SecretJwt && client.ClientSecretSealed.Count > 0)
            yield return "client_secret_sealed: only client_secret_jwt needs it. Leave it out.";
        if (client.TokenEndpointAuthSigningAlg is not { } algorithm)
            yield break;
        var allowed = client.TokenEndpointAuthMethod == SecretJwt ? [SecretAlgorithm] : SigningAlgorithms;
        if (!allowed.Contains(algorithm))
            yield return $"token_endpoint_auth_signing_alg: '{algorithm}' is not supported for {client.TokenEndpointAuthMethod}. Write one of {string.Join(", ", allowed)}.";
    }

    private static string? Host(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? parsed.Host : null;
}
