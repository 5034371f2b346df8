using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Identity.Domain.Audit;
using Identity.Domain.Partners.Registration;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Protocol.Outgoing;

namespace Identity.Tests.Protocol.DynamicRegistration;

/// <summary>A provider at which clients may register themselves, and somebody who holds an initial access token.</summary>
public abstract class RegistrationScene(StorageProvider storage = StorageProvider.Sqlite) : ProtocolTest(storage)
{
    protected override (string, string)[] Settings => [.. PartnerSite.Reachable, ("Registration:Offered", "true"), .. More];

    protected virtual (string, string)[] More => [];

    /// <summary>A token that lets its bearer register many clients.</summary>
    protected string Initial { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Initial = await IssueAsync(100);
    }

    protected Task<string> IssueAsync(int uses, string scopes = "openid profile email offline_access", TimeSpan? life = null) =>
        Provider.Get<InitialAccessTokens>().IssueAsync("a partner", scopes, uses, life ?? TimeSpan.FromDays(7), AuditSubject.Operator("test"), TestContext.Current.CancellationToken);

    /// <summary>Metadata of a client that is in order, with changes; null leaves a member out.</summary>
    protected static JsonObject Metadata(params (string Name, JsonNode? Value)[] changes)
    {
        var metadata = new JsonObject { ["redirect_uris"] = new JsonArray("https://new.example/callback"), ["client_name"] = "New App" };
        foreach (var (name, value) in changes)
        {
            metadata.Remove(name);
            if (value is not null)
                metadata[name] = value;
        }

        return metadata;
    }

    protected Task<RegistrationReply> RegisterAsync(JsonNode metadata, string? token = null) => SendAsync(HttpMethod.Post, "register", token ?? Initial, metadata);

    /// <param name="token">Shown as a bearer token; "" for none.</param>
    protected async Task<RegistrationReply> SendAsync(HttpMethod method, string address, string token, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (token.Length > 0)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default, response.Headers);
    }
}

/// <summary>What the registration endpoints answered.</summary>
public sealed record RegistrationReply(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers)
{
    public string? Error => this["error"];

    public string? this[string member] => Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty(member, out var value) ? value.ToString() : null;

    public string ClientId => this["client_id"]!; // It was registered.

    public string Token => this["registration_access_token"]!; // As above.
}
