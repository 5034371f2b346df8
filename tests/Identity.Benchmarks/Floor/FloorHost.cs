using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NSec.Cryptography;

namespace Identity.Benchmarks.Floor;

/// <summary>
/// A bare Kestrel endpoint for each operation, which does the same cryptography and nothing else: no storage, no session,
/// no check of what was asked. No provider can do less.
/// </summary>
internal static class FloorHost
{
    private static readonly byte[] Secret = SHA256.HashData(Encoding.UTF8.GetBytes(Servers.Applications.Secret));
    private static readonly PasswordBasedKeyDerivationAlgorithm Argon2id = PasswordBasedKeyDerivationAlgorithm.Argon2id(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = 19456, NumberOfPasses = 2 });
    private static readonly byte[] Salt = RandomNumberGenerator.GetBytes(16);

    public static Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        var seal = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("floor");

        var issuer = $"http://localhost:{port}";
        var discovery = Documents.Discovery(issuer);
        app.MapGet("/.well-known/openid-configuration", () => Results.Bytes(discovery, "application/json"));
        app.MapGet("/jwks", () => Results.Bytes(Documents.Keys, "application/json"));
        app.MapGet("/authorize", (HttpRequest request) => request.Cookies.ContainsKey("session") ? ToApplication(seal) : Results.Redirect("/sign-in"));
        app.MapGet("/sign-in", () => Results.Bytes(Documents.SignIn, "text/html"));
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            var password = (await context.Request.ReadFormAsync())["Password"].ToString();
            Argon2id.DeriveBytes(password, Salt, 32);
            context.Response.Cookies.Append("session", RandomNumberGenerator.GetHexString(32));
            return ToApplication(seal);
        });
        app.MapPost("/passkey/options", async (HttpRequest request) =>
        {
            await request.ReadFormAsync();
            return Results.Bytes(Assertion.Options(), "application/json");
        });
        app.MapPost("/passkey", async (HttpContext context) =>
        {
            Assertion.VerifyForeign((await context.Request.ReadFormAsync())["Credential"].ToString());
            context.Response.Cookies.Append("session", RandomNumberGenerator.GetHexString(32));
            return ToApplication(seal);
        });
        app.MapPost("/par", async (HttpRequest request) =>
        {
            CheckSecret(request);
            await request.ReadFormAsync();
            return Results.Json(new { request_uri = $"urn:ietf:params:oauth:request_uri:{RandomNumberGenerator.GetHexString(32)}", expires_in = 60 }, statusCode: 201);
        });
        app.MapPost("/token", request => AnswerTokenAsync(request, seal));
        app.MapGet("/userinfo", (HttpRequest request) =>
            Jwt.Verify(request.Headers.Authorization.ToString()["Bearer ".Length..]) ? Results.Json(new { sub = "citizen", name = "Seeded Citizen", email = "citizen@seed.example" }) : Results.Unauthorized());
        app.MapPost("/introspect", async (HttpRequest request) =>
        {
            CheckSecret(request);
            var form = await request.ReadFormAsync();
            return Results.Json(new { active = Jwt.Verify(form["token"].ToString()), sub = "citizen", client_id = Servers.Applications.Web });
        });
        return app.RunAsync();
    }

    private static IResult ToApplication(IDataProtector seal) =>
        Results.Redirect($"{Servers.Applications.RedirectUri}?code={seal.Protect(RandomNumberGenerator.GetHexString(64))}&state=state-of-the-application");

    private static async Task AnswerTokenAsync(HttpContext context, IDataProtector seal)
    {
        var form = await context.Request.ReadFormAsync();
        var keyed = form["client_assertion"].ToString();
        if (keyed.Length > 0)
            Jwt.VerifyForeign(keyed);
        else
            CheckSecret(context.Request);

        switch (form["grant_type"].ToString())
        {
            case "authorization_code":
                seal.Unprotect(form["code"].ToString());
                SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
                await context.Response.WriteAsJsonAsync(new { access_token = Jwt.Sign(), id_token = Jwt.Sign(), refresh_token = seal.Protect("citizen"), expires_in = 600 });
                break;
            case "refresh_token":
                seal.Unprotect(form["refresh_token"].ToString());
                await context.Response.WriteAsJsonAsync(new { access_token = Jwt.Sign(), id_token = Jwt.Sign(), refresh_token = seal.Protect("citizen"), expires_in = 600 });
                break;
            default:
                await context.Response.WriteAsJsonAsync(new { access_token = Jwt.Sign(), expires_in = 600 });
                break;
        }
    }

    private static void CheckSecret(HttpRequest request)
    {
        var credentials = Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.ToString()["Basic ".Length..]));
        CryptographicOperations.FixedTimeEquals(Secret, SHA256.HashData(Encoding.UTF8.GetBytes(credentials[(credentials.IndexOf(':', StringComparison.Ordinal) + 1)..])));
    }
}
