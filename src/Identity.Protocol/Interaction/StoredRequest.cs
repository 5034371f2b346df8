using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Protocol.Interaction;

/// <summary>An authorization request put aside, to be taken up again as if it had just arrived.</summary>
/// <param name="Parameters">Its parameters, without what authenticated the client.</param>
/// <param name="Authenticated">Whether the client itself left it (RFC 9126), so that a client that must push has done so.</param>
internal sealed record StoredRequest(IReadOnlyDictionary<string, string> Parameters, bool Authenticated)
{
    public const string UriPrefix = "urn:ietf:params:oauth:request_uri:";

    /// <summary>RFC 9126 §2.2 recommends 5 to 600 seconds: time for a redirect, not for a sign-in.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(90);

    private static readonly HashSet<string> Secret =
    [
        OpenIddictConstants.Parameters.ClientSecret, OpenIddictConstants.Parameters.ClientAssertion,
        OpenIddictConstants.Parameters.ClientAssertionType, OpenIddictConstants.Parameters.RequestUri, InteractionParameters.Interaction,
    ];

    public string ClientId => Parameters.GetValueOrDefault(OpenIddictConstants.Parameters.ClientId, "");

    public static StoredRequest Of(OpenIddictRequest request, bool authenticated = true) => new(
        request.GetParameters().Where(parameter => !Secret.Contains(parameter.Key))
            .Select(parameter => (parameter.Key, Value: Text(parameter.Value)))
            .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value!), // Filtered above.
        authenticated);

    public static StoredRequest? Read(string text) => JsonSerializer.Deserialize<StoredRequest>(text);

    public string Write() => JsonSerializer.Serialize(this);

    public OpenIddictRequest ToRequest() => new(Parameters.Select(parameter => KeyValuePair.Create(parameter.Key,
        parameter.Key == OpenIddictConstants.Parameters.Resource ? new StringValues(parameter.Value.Split(' ')) : new StringValues(parameter.Value))));

    /// <summary>RFC 8707 §2: only <c>resource</c> repeats, and a URI holds no space.</summary>
    private static string? Text(OpenIddictParameter parameter) => (ImmutableArray<string?>?)parameter is { Length: > 1 } several ? string.Join(' ', several) : (string?)parameter;
}
