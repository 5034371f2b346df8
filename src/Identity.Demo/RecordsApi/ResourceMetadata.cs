using System.Text.Json.Serialization;
using Identity.Demo.Hosting;

namespace Identity.Demo.RecordsApi;

/// <summary>Protected resource metadata, RFC 9728 §2.</summary>
internal sealed record ResourceMetadata(
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("resource_name")] string ResourceName,
    [property: JsonPropertyName("authorization_servers")] IReadOnlyList<string> AuthorizationServers,
    [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string> ScopesSupported,
    [property: JsonPropertyName("bearer_methods_supported")] IReadOnlyList<string> BearerMethodsSupported)
{
    public const string Path = "/.well-known/oauth-protected-resource";

    public static ResourceMetadata Of(DemoOptions options) =>
        new(options.RecordsApi.Origin(), "Records API", [options.Provider.Origin()], [RecordsApiHost.Scope, RecordsApiHost.ReadingsScope], ["header"]);
}
