using System.Text.Json;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.PushedAuthorization;

/// <summary>An authorization request put aside, to be taken up again as if it had just arrived.</summary>
/// <param name="Parameters">Its parameters, without what authenticated the client.</param>
/// <param name="Authenticated">Whether the client itself left it (RFC 9126), so that a client that must push has done so.</param>
public sealed record StoredRequest(IReadOnlyDictionary<string, string> Parameters, bool Authenticated)
{
    internal const string UriPrefix = "urn:ietf:params:oauth:request_uri:";

    private static readonly HashSet<string> Secret =
    [
        OpenIddictConstants.Parameters.ClientSecret, OpenIddictConstants.Parameters.ClientAssertion,
        OpenIddictConstants.Parameters.ClientAssertionType, OpenIddictConstants.Parameters.RequestUri, Interaction.InteractionParameters.Interaction,
    ];

    public string ClientId => Parameters.GetValueOrDefault(OpenIddictConstants.Parameters.ClientId, "");

    internal static StoredRequest Of(OpenIddictRequest request, bool authenticated = true) => new(
        request.GetParameters().Where(parameter => !Secret.Contains(parameter.Key) && (string?)parameter.Value is not null)
            .ToDictionary(parameter => parameter.Key, parameter => (string)parameter.Value!), // Filtered above.
        authenticated);

    internal static StoredRequest? Read(string text) => JsonSerializer.Deserialize<StoredRequest>(text);

    internal string Write() => JsonSerializer.Serialize(this);

    internal OpenIddictRequest ToRequest() => new(Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
}
