using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>Somebody else's OpenID Provider, over real HTTP on this machine: right in everything, but for what a test makes it say.</summary>
internal sealed class OtherProvider : IAsyncDisposable
{
    public const string ClientId = "identity";
    public const string Secret = "a secret:of the relying party";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _codes = new();
    private readonly JsonWebTokenHandler _writer = new() { SetDefaultTimesOnTokenCreation = false };

    private OtherProvider(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public string Issuer => _app.Urls.Single();

    /// <summary>What was asked, by path, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The forms that the token endpoint got.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Forms { get; } = new();

    public JsonObject Metadata { get; private set; } = [];

    public JsonObject Claims { get; private set; } = [];

    /// <summary>What the claims of an ID token become before it is signed.</summary>
    public Action<JsonObject> Token { get; set; } = _ => { };

    public Action<JsonObject> TokenAnswer { get; set; } = _ => { };

    public Action<JsonObject> UserInfo { get; set; } = _ => { };

    /// <summary>What becomes of an ID token when it is signed.</summary>
    public Func<string, string> Signed { get; set; } = token => token;

    public Dictionary<string, object> Header { get; } = [];

    /// <summary>Sends something else than is right, by path.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Instead { get; } = new();

    /// <summary>What it signs with.</summary>
    public SecurityKey Key { get; set; } = NewKey("first");

    public string Algorithm { get; set; } = SecurityAlgorithms.EcdsaSha256;

    /// <summary>What it publishes.</summary>
    public IList<SecurityKey> Published { get; private set; } = [];

    public static SecurityKey NewKey(string id) => new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    public static async Task<OtherProvider> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new OtherProvider(builder.Build(), clock);
        provider._app.Run(provider.AnswerAsync);
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>Is right in everything again, and knows one person.</summary>
    public void Reset(string subject)
    {
        Asked.Clear();
        Forms.Clear();
        Instead.Clear();
        Header.Clear();
        (Token, TokenAnswer, UserInfo, Signed) = (_ => { }, _ => { }, _ => { }, token => token);
        (Key, Algorithm) = (NewKey("first"), SecurityAlgorithms.EcdsaSha256);
        Published = [Key];
        Metadata = new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize?tenant=1",
            ["token_endpoint"] = $"{Issuer}/token",
            ["userinfo_endpoint"] = $"{Issuer}/userinfo",
            ["jwks_uri"] = $"{Issuer}/jwks",
            ["response_types_supported"] = new JsonArray("code"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["authorization_response_iss_parameter_supported"] = true,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "private_key_jwt"),
        };
        Claims = new JsonObject
        {
            ["sub"] = subject,
            ["given_name"] = "Alice",
            ["family_name"] = "Archer",
            ["birthdate"] = "1984-02-29",
        };
    }

    /// <summary>What a browser brings back that went there and whose owner agreed.</summary>
    public Dictionary<string, string> Agree(Uri address)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = query.AllKeys.ToDictionary(key => key!, key => query[key]!); // A parsed query has no null keys here.
        return new() { ["code"] = code, ["iss"] = Issuer };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        Asked.Enqueue(path);
        if (Instead.TryGetValue(path, out var instead))
        {
            await instead(context);
            return;
        }

        await (path switch
        {
            "/.well-known/openid-configuration" => SendAsync(context, Metadata),
            "/jwks" => SendAsync(context, new JsonObject { ["keys"] = new JsonArray([.. Published.Select(Public)]) }),
            "/token" => ExchangeAsync(context),
            "/userinfo" => AboutAsync(context),
            _ => Refuse(context, StatusCodes.Status404NotFound),
        });
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        form["authorization"] = context.Request.Headers.Authorization.ToString();
        Forms.Enqueue(form);
        // RFC 6749 §4.1.3 and RFC 7636 §4.6, as every provider checks them; a code works once.
        var right = _codes.TryRemove(form["code"], out var asked) && form["grant_type"] == "authorization_code" && form["redirect_uri"] == asked["redirect_uri"]
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]))) == asked["code_challenge"];
        if (!right)
        {
            await Refuse(context, StatusCodes.Status400BadRequest);
            return;
        }

        var answer = new JsonObject { ["access_token"] = "access-token", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = Sign(asked!["nonce"]) }; // It is right.
        TokenAnswer(answer);
        await SendAsync(context, answer);
    }

    private string Sign(string nonce)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = (JsonObject)Claims.DeepClone();
        foreach (var (name, value) in new Dictionary<string, JsonNode> { ["iss"] = Issuer, ["aud"] = ClientId, ["exp"] = now + 300, ["iat"] = now, ["auth_time"] = now, ["nonce"] = nonce })
            claims[name] = value;
        Token(claims);
        return Signed(_writer.CreateToken(claims.ToJsonString(), new SigningCredentials(Key, Algorithm), Header));
    }

    private Task AboutAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer access-token")
            return Refuse(context, StatusCodes.Status401Unauthorized);
        var about = (JsonObject)Claims.DeepClone();
        UserInfo(about);
        return SendAsync(context, about);
    }

    private static JsonNode Public(SecurityKey key) => key switch
    {
        ECDsaSecurityKey curve when JsonWebKeyConverter.ConvertFromECDsaSecurityKey(curve) is var jwk =>
            new JsonObject { ["kty"] = "EC", ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y, ["kid"] = jwk.Kid, ["use"] = "sig" },
        RsaSecurityKey rsa when JsonWebKeyConverter.ConvertFromRSASecurityKey(rsa) is var jwk =>
            new JsonObject { ["kty"] = "RSA", ["n"] = jwk.N, ["e"] = jwk.E, ["kid"] = jwk.Kid, ["use"] = "sig" },
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    private static Task SendAsync(HttpContext context, JsonObject answer) => Send(context, answer.ToJsonString(), "application/json");

    public static Task Send(HttpContext context, string body, string type)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }

    public static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Send(context, JsonSerializer.Serialize(new { error = "invalid_grant" }), "application/json");
    }
}
