using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.BrowserTests.Demo;

/// <summary>A provider reduced to what a protected resource reads of one: its discovery document and its keys.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "fake" };

    private FakeIssuer(int port)
    {
        Port = port;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        host = builder.Build();
        host.Urls.Add(Address);
        var published = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        host.MapGet("/.well-known/openid-configuration", () => new { issuer = Address, jwks_uri = $"{Address}/jwks" });
        host.MapGet("/jwks", () => new { keys = new[] { new { kty = "EC", crv = "P-256", kid = "fake", use = "sig", alg = "ES256", x = published.X, y = published.Y } } });
    }

    public int Port { get; }

    public string Address => $"http://localhost:{Port}";

    public static async Task<FakeIssuer> StartAsync()
    {
        var issuer = new FakeIssuer(RunningDemo.FreePorts(1)[0]);
        await issuer.host.StartAsync();
        return issuer;
    }

    /// <summary>A good access token of RFC 9068, but for what the change does to it.</summary>
    public string Token(string audience, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = Address,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = "a-citizen", ["client_id"] = "health-record", ["scope"] = "openid records" },
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
