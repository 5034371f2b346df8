using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Identity.Domain.Partners;

namespace Identity.Testing;

/// <summary>A relying party: makes valid requests, of which a test changes one thing.</summary>
public sealed class TestClient(Client registration, string secret = TestClient.Secret)
{
    public const string Secret = "a-secret-of-the-appointments-app-for-tests-only";
    public const string RedirectUri = "https://appointments.example/callback";

    public static Client Appointments { get; } = new()
    {
        ClientId = "appointments",
        ClientName = "Appointments",
        RedirectUris = [RedirectUri],
        PostLogoutRedirectUris = ["https://appointments.example/signed-out"],
        GrantTypes = ["authorization_code", "refresh_token", "client_credentials"],
        Scope = "openid profile email offline_access",
        ClientSecretSha256 = [Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))],
    };

    public Client Registration => registration;

    public string Verifier { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A valid authorization request, changed by <paramref name="changes"/>; a null value leaves a parameter out.</summary>
    public string AuthorizeUrl(params (string Name, string? Value)[] changes) => "authorize?" + Query(Parameters(changes));

    public Dictionary<string, string> Parameters(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string>
        {
            ["client_id"] = registration.ClientId,
            ["redirect_uri"] = registration.RedirectUris[0],
            ["response_type"] = "code",
            ["scope"] = "openid profile email",
            ["state"] = "state-of-the-application",
            ["nonce"] = "nonce-of-the-application",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        Change(parameters, changes);
        return parameters;
    }

    /// <summary>A valid exchange of a code, changed by <paramref name="changes"/>.</summary>
    public Task<TokenAnswer> ExchangeAsync(HttpClient http, string code, params (string Name, string? Value)[] changes) =>
        PostAsync(http, "token", new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = registration.RedirectUris[0], ["code_verifier"] = Verifier }, changes);

    public Task<TokenAnswer> RefreshAsync(HttpClient http, string refreshToken, params (string Name, string? Value)[] changes) =>
        PostAsync(http, "token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, changes);

    /// <summary>Posts with the client's registered authentication, unless <paramref name="changes"/> bring their own.</summary>
    public Task<TokenAnswer> PostAsync(HttpClient http, string endpoint, Dictionary<string, string> fields, params (string Name, string? Value)[] changes)
    {
        Change(fields, changes);
        var own = fields.ContainsKey("client_id") || fields.ContainsKey("client_assertion") || changes.Any(change => change.Name == "client_id");
        return SendAsync(http, endpoint, fields, own ? null : Authenticate(fields));
    }

    /// <summary>Posts as it stands.</summary>
    public static async Task<TokenAnswer> SendAsync(HttpClient http, string endpoint, IEnumerable<KeyValuePair<string, string>> fields, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = authorization;
        using var response = await http.SendAsync(request);
        return await TokenAnswer.ReadAsync(response);
    }

    /// <summary>RFC 6749 §2.3.1: each part is form-encoded before they are joined.</summary>
    public static AuthenticationHeaderValue Basic(string clientId, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{HttpUtility.UrlEncode(clientId)}:{HttpUtility.UrlEncode(secret)}")));

    private AuthenticationHeaderValue? Authenticate(Dictionary<string, string> fields)
    {
        if (registration.TokenEndpointAuthMethod is "client_secret_basic")
            return Basic(registration.ClientId, secret);

        fields["client_id"] = registration.ClientId;
        if (registration.TokenEndpointAuthMethod is "client_secret_post")
            fields["client_secret"] = secret;
        return null;
    }

    /// <summary>The parameters of a redirect back to the client.</summary>
    public static Dictionary<string, string> Answer(HttpResponseMessage response)
    {
        var location = response.Headers.Location ?? throw new InvalidOperationException($"There is no redirect but {response.StatusCode}.");
        return Answer(location);
    }

    /// <summary>The parameters of the address that a browser was sent back to.</summary>
    public static Dictionary<string, string> Answer(Uri location)
    {
        var query = HttpUtility.ParseQueryString(location.Query);
        return query.AllKeys.ToDictionary(key => key!, key => query[key]!); // A parsed query has no null keys here.
    }

    private static void Change(Dictionary<string, string> parameters, (string Name, string? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
                parameters.Remove(name);
            else
                parameters[name] = value;
        }
    }

    private static string Query(Dictionary<string, string> parameters) =>
        string.Join('&', parameters.Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}"));
}

/// <summary>What a JSON endpoint answered.</summary>
public sealed record TokenAnswer(int Status, JsonElement Body, HttpResponseHeaders Headers)
{
    public static async Task<TokenAnswer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 && response.Content.Headers.ContentType?.MediaType == "application/json";
        return new TokenAnswer((int)response.StatusCode, json ? JsonDocument.Parse(text).RootElement : default, response.Headers);
    }

    public string? this[string member] => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var value) ? value.ToString() : null;

    public string? Error => this["error"];

    /// <summary>The payload of a JWT in the answer, unverified.</summary>
    public JsonElement Payload(string member) => Part(member, 1);

    /// <summary>The header of a JWT in the answer, unverified.</summary>
    public JsonElement Header(string member) => Part(member, 0);

    private JsonElement Part(string member, int part) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(this[member]!.Split('.')[part])).RootElement; // The test says that it is there.
}
