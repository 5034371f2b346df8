using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Identity.Benchmarks.Servers;
using Identity.Testing.Passkeys;

namespace Identity.Benchmarks.Workloads;

/// <summary>One of those who use a server at once: an application with its citizens, each request sent when the one before has ended.</summary>
/// <param name="http">The way to the server, without redirects and cookies of its own.</param>
/// <param name="endpoints">Where the server does what.</param>
/// <param name="number">Which visitor this is, so that no two meet the same citizens.</param>
/// <param name="citizens">How many citizens there are.</param>
/// <param name="passkeys">The passkeys of some of them.</param>
internal sealed class Visitor(HttpClient http, Endpoints endpoints, int number, int citizens, IReadOnlyList<SoftwareAuthenticator> passkeys)
{
    // A prime, so that the citizens lie apart in the tables.
    private const int Stride = 7919;
    private const string Scope = "openid profile email";

    private readonly List<Browser> _signedIn = [];
    private int _turn = number * 1_000_003;

    public Endpoints Endpoints => endpoints;

    public HttpClient Http => http;

    /// <summary>The last answer of the token endpoint.</summary>
    public JsonElement Tokens { get; set; }

    public string AccessToken => Tokens.GetProperty("access_token").GetString()!; // A token answer has one.

    /// <summary>A browser of the next citizen, who is not signed in.</summary>
    public Browser NextBrowser() => new(http, ServerFactory.Citizen(Next(citizens)));

    /// <summary>A browser of the next citizen who has a passkey, and is not signed in.</summary>
    public Browser NextWithPasskey() => new(http, "", passkeys[Next(passkeys.Count)]);

    /// <summary>Signs some citizens in, for <see cref="NextSignedIn"/>.</summary>
    public async Task SignInAsync(int many)
    {
        for (var browser = NextBrowser(); _signedIn.Count < many; browser = NextBrowser())
        {
            await AuthorizeAsync(browser);
            _signedIn.Add(browser);
        }
    }

    public Browser NextSignedIn() => _signedIn[(int)((uint)_turn++ % (uint)_signedIn.Count)];

    /// <summary>Runs an authorization request of an application, PKCE and all.</summary>
    /// <returns>The code, and the verifier that goes with it.</returns>
    public async Task<(string Code, string Verifier)> AuthorizeAsync(Browser browser, string application = Applications.Web, bool pushed = false)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Dictionary<string, string> request = new()
        {
            ["client_id"] = application,
            ["redirect_uri"] = Applications.RedirectUri,
            ["response_type"] = "code",
            ["scope"] = application == Applications.Offline ? $"{Scope} offline_access" : Scope,
            ["state"] = "state-of-the-application",
            ["nonce"] = "nonce-of-the-application",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (pushed)
        {
            var answer = await PostAsync(endpoints.PushedAuthorization, request, application);
            request = new() { ["client_id"] = application, ["request_uri"] = answer.GetProperty("request_uri").GetString()! }; // RFC 9126 §2.2.
        }

        var query = string.Join('&', request.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));
        var reached = await browser.ReachApplicationAsync(new Uri($"{endpoints.Authorization}?{query}"));
        var code = HttpUtility.ParseQueryString(reached.Query)["code"] ?? throw new InvalidOperationException($"There is no code but {reached.Query}.");
        return (code, verifier);
    }

    /// <summary>Exchanges a code; the answer becomes <see cref="Tokens"/>.</summary>
    public async Task ExchangeAsync((string Code, string Verifier) issued, string application = Applications.Web) => Tokens = await PostAsync(endpoints.Token, new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = issued.Code,
        ["redirect_uri"] = Applications.RedirectUri,
        ["code_verifier"] = issued.Verifier,
    }, application);

    /// <summary>Posts as an application that proves itself by its secret, or not at all.</summary>
    public async Task<JsonElement> PostAsync(Uri endpoint, Dictionary<string, string> fields, string? application)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        if (application is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{application}:{Applications.Secret}")));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{endpoint} answered {(int)response.StatusCode}: {text}");
    }

    private int Next(int many) => (int)((uint)(_turn += Stride) % (uint)many);
}
