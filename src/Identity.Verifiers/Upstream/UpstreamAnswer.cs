using System.Text.Json;

namespace Identity.Verifiers.Upstream;

/// <summary>What a provider said of somebody, after every check.</summary>
/// <param name="IdToken">The claims of the ID token.</param>
/// <param name="AccessToken">What user-info is read with.</param>
internal sealed record UpstreamAnswer(JsonElement IdToken, string AccessToken)
{
    /// <summary>The claims of user-info, about the same subject; null while they were not asked for.</summary>
    public JsonElement? UserInfo { get; init; }

    /// <summary>Who the provider says it is, by its own key.</summary>
    public string Subject => Json.Text(IdToken, "sub")!; // It was checked.

    /// <summary>Where claims are looked for, the signed ones first.</summary>
    public IEnumerable<JsonElement> Sources => UserInfo is { } more ? [IdToken, more] : [IdToken];

    /// <summary>Nothing of it: this text may find its way into a log.</summary>
    public override string ToString() => nameof(UpstreamAnswer);
}
