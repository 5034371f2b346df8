using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Record;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>The other provider is another instance of this program, in a process of its own, asked over HTTP and shown a private key.</summary>
[Spec("OpenID Connect Core", "3.1")]
public sealed class AnotherOfUsTests : IAsyncLifetime
{
    private const string ClientId = "identity-below";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-upstream-");
    private readonly List<IAsyncDisposable> _running = [];
    private ProviderProcess _above = null!; // Started before each test, like what follows.
    private TestProvider _below = null!;
    private TestBrowser _browser = null!;
    private string _sessionAbove = "";
    private Guid _alice;

    // Of the other process, whose clock nobody moves.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        _running.Add(database);
        await using (var first = await TestProvider.StartAsync(database))
        await using (var seed = await first.AnotherAsync(new FakeTimeProvider(Now)))
            await RegisterAsync(seed, key);

        _above = await ProviderProcess.StartAsync(database, Cancellation);
        _running.Add(_above);
        var below = await TestProvider.StartAsync();
        _running.Add(below);
        _below = await below.AnotherAsync(new FakeTimeProvider(Now), [.. Settings(key)]);
        _running.Add(_below);
        _alice = await _below.CreateAccountAsync();
        _browser = _below.Browser();
        await _below.SignInAsync(_browser, _alice);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        foreach (var running in Enumerable.Reverse(_running))
            await running.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Who_is_proven_there_is_proven_here_without_script()
    {
        var hub = await _browser.SubmitAsync(await _browser.OpenAsync("account/identity"));
        var way = await _browser.OpenAsync(hub.Path + "/by/provider");
        Assert.Contains("The other Identity learns that you use this service, and when.", way.Words, StringComparison.Ordinal);
        var away = await _browser.SubmitAsync(way);
        var address = WebUtility.HtmlDecode(Regex.Match(away.Html, $"href=\"({Regex.Escape(_above.Issuer.AbsoluteUri)}authorize[^\"]*)\"").Groups[1].Value);

        var back = await AgreeAboveAsync(address);
        Assert.Equal(new Uri(TestProvider.Issuer, "prove/callback/provider").AbsoluteUri, back.GetLeftPart(UriPartial.Path));
        _below.Clock.SetUtcNow(Now);
        var shown = await _browser.OpenAsync(back.PathAndQuery);
        Assert.Contains("The other Identity gave us this name: Alice Archer.", shown.Words, StringComparison.Ordinal);
        var done = await _browser.PostFormAsync(shown, shown.Path + "?handler=Look",
            [.. shown.Hidden, KeyValuePair.Create("Version", Regex.Match(shown.Html, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value)]);

        Assert.Contains("We have checked who you are", done.Words, StringComparison.Ordinal);
        Assert.Equal("medium", (await _below.Get<IdentityRecord>().StandingAsync(_alice, "gpg45", Cancellation)).Granted?.Level.Name);
        // RFC 6749 §4.1.2: what came back is used up, there and here.
        Assert.Contains("We do not know where you came from.", (await _browser.OpenAsync(back.PathAndQuery)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_proven_there_gets_back_in_here_without_script()
    {
        await TestEvidence.ProveAsync(_below.Services, _alice, new(4, 2, 0, 1, 2));
        using var browser = _below.Browser();
        var how = await browser.SubmitAsync(await browser.SubmitAsync(await browser.OpenAsync("recover"), ("Chosen", "Everything")), ("Identifier", "alice@example.test"));
        var ways = await browser.SubmitAsync(how, ("Chosen", "Identity"));
        var away = await browser.SubmitAsync(await browser.OpenAsync(ways.Path + "/by/provider"));
        var address = WebUtility.HtmlDecode(Regex.Match(away.Html, $"href=\"({Regex.Escape(_above.Issuer.AbsoluteUri)}authorize[^\"]*)\"").Groups[1].Value);

        var back = await AgreeAboveAsync(address);
        _below.Clock.SetUtcNow(Now);
        // Somebody who is signed in does not come back by somebody else's way.
        Assert.Contains("We do not know where you came from.", (await _browser.OpenAsync(back.PathAndQuery)).Words, StringComparison.Ordinal);
        var shown = await browser.OpenAsync(back.PathAndQuery);
        Assert.Equal(away.Path, shown.Path);
        var wait = await browser.PostFormAsync(shown, shown.Path + "?handler=Look",
            [.. shown.Hidden, KeyValuePair.Create("Version", Regex.Match(shown.Html, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value)]);

        Assert.EndsWith("/wait", wait.Path, StringComparison.Ordinal);
        Assert.Single((await _below.Get<IdentityRecord>().HeldAsync(_alice, Cancellation)).Evidence); // What was there before.
    }

    private async Task<Uri> AgreeAboveAsync(string address)
    {
        using var above = _above.Browser();
        above.Cookies.Add(_above.Issuer, new Cookie("session", _sessionAbove));
        return (await above.OpenAsync(address)).Address;
    }

    private async Task RegisterAsync(TestProvider seed, ECDsa key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key) { KeyId = "below" });
        var client = TestClient.Appointments with
        {
            ClientId = ClientId,
            RedirectUris = [new Uri(TestProvider.Issuer, "prove/callback/provider").AbsoluteUri],
            Scope = "openid profile",
            GrantTypes = ["authorization_code"],
            TokenEndpointAuthMethod = "private_key_jwt",
            ClientSecretSha256 = [],
            Jwks = JsonSerializer.SerializeToElement(new { keys = new[] { new { kty = "EC", crv = "P-256", x = jwk.X, y = jwk.Y, kid = "below", use = "sig", alg = "ES256" } } }),
            VectorsOfTrust = ["P2.Cl"],
            Consent = new ConsentTerms
            {
                Purpose = "To prove who you are.",
                Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, "To know you."), ["birthdate"] = new(true, "To know you.") },
            },
        };
        await seed.RegisterAsync(client);
        var alice = await seed.CreateAccountAsync();
        await TestEvidence.ProveAsync(seed.Services, alice);
        await seed.ConsentAsync(alice, client);
        using var browser = seed.Browser();
        await seed.SignInAsync(browser, alice);
        _sessionAbove = browser.Cookies.GetCookies(TestProvider.Issuer)["session"]!.Value; // It was just set.
    }

    private IEnumerable<(string Key, string Value)> Settings(ECDsa key)
    {
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var file = Path.Combine(_folder.FullName, "key.jwk");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            kty = "EC",
            crv = "P-256",
            kid = "below",
            x = Base64UrlEncoder.Encode(parameters.Q.X),
            y = Base64UrlEncoder.Encode(parameters.Q.Y),
            d = Base64UrlEncoder.Encode(parameters.D),
        }));
        (string Key, string Value)[] own =
        [
            ("Issuer", _above.Issuer.AbsoluteUri), ("Organisation", "The other Identity"), ("ClientId", ClientId), ("KeyFile", file), ("VectorsOfTrust", "P2.Cl"),
            ("Evidence:0:Vot", "P2"), ("Evidence:0:Trustmark", new Uri(_above.Issuer, "trustmark").AbsoluteUri),
            ("Evidence:0:Strength", "3"), ("Evidence:0:Validity", "3"), ("Evidence:0:Verification", "3"),
        ];
        return [("Verifiers:Offered", "provider"), .. own.Select(pair => (UpstreamHost.Key(pair.Key), pair.Value))];
    }
}
