using System.Net;
using System.Security.Cryptography;
using Identity.BrowserTests.Running;
using Identity.Demo;
using Identity.Demo.Appointments;
using Identity.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>Appointments takes a logout token by every step of the validation, and nothing that is like one.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.6")]
public sealed class LogoutTokensTests : IAsyncLifetime
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly SigningCredentials Stranger = new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "fake" }, SecurityAlgorithms.EcdsaSha256);

    /// <summary>What is wrong with each, and nothing else.</summary>
    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Broken = new()
    {
        ["type of an access token"] = token => token.TokenType = "at+jwt",
        ["type of an ID token"] = token => token.TokenType = "JWT",
        ["another issuer"] = token => token.Issuer = "https://another.example",
        ["another audience"] = token => token.Audience = "health-record",
        ["a stranger's key under the known name"] = token => token.SigningCredentials = Stranger,
        ["expired"] = token => (token.IssuedAt, token.NotBefore, token.Expires) = (At(-10), At(-10), At(-2)),
        ["of the future"] = token => (token.IssuedAt, token.Expires) = (At(2), At(4)),
        ["lives for an hour"] = token => token.Expires = At(60),
        ["no event"] = token => token.Claims.Remove("events"),
        ["another event"] = token => token.Claims["events"] = new Dictionary<string, object> { ["https://events.example/other"] = new Dictionary<string, object>() },
        ["an event that is no object"] = token => token.Claims["events"] = new Dictionary<string, object> { [Event] = "yes" },
        ["events that are a list"] = token => token.Claims["events"] = new[] { Event },
        ["no session"] = token => token.Claims.Remove("sid"),
        ["an empty session"] = token => token.Claims["sid"] = "",
        ["a nonce"] = token => token.Claims["nonce"] = "n",
        ["no jti"] = token => token.Claims.Remove("jti"),
    };

    private readonly HttpClient http = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private FakeIssuer issuer = null!; // Set before each test.
    private WebApplication app = null!; // As above.
    private Uri address = null!; // As above.

    public static TheoryData<string> Faults => [.. Broken.Keys];

    public async ValueTask InitializeAsync()
    {
        issuer = await FakeIssuer.StartAsync();
        var options = DemoOptions.Read([]) with { Ports = new DemoPorts { Provider = issuer.Port, Appointments = RunningDemo.FreePorts(1)[0] } };
        address = new Uri(options.Appointments, "/backchannel-logout");
        app = AppointmentsApp.Create(options, clock);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await issuer.DisposeAsync();
        http.Dispose();
    }

    [Fact]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.8")]
    public async Task A_valid_one_is_answered_with_200_that_nobody_stores()
    {
        using var response = await SendAsync(Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task One_with_one_thing_wrong_is_answered_with_400(string fault)
    {
        using var response = await SendAsync(Token(Broken[fault]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("""{"error":"invalid_request"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_same_one_a_second_time_is_refused()
    {
        var token = Token();

        using var first = await SendAsync(token);
        using var again = await SendAsync(token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task An_unsigned_one_is_refused()
    {
        var header = Base64UrlEncoder.Encode("""{"typ":"logout+jwt","alg":"none"}""");

        using var response = await SendAsync($"{header}.{Token().Split('.')[1]}.");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not.a.token")]
    [InlineData("neither")]
    public async Task What_is_no_token_is_refused(string text)
    {
        using var response = await SendAsync(text);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Too_long_a_one_is_refused()
    {
        using var response = await SendAsync(Token(token => token.Claims["more"] = new string('x', 17_000)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null) => issuer.Token(AppointmentsApp.ClientId, token =>
    {
        token.TokenType = "logout+jwt";
        token.IssuedAt = At(0);
        token.Expires = At(2);
        token.Claims = new Dictionary<string, object>
        {
            ["sub"] = "a-citizen",
            ["sid"] = "a-session",
            ["jti"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"),
            ["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() },
        };
        change?.Invoke(token);
    });

    private Task<HttpResponseMessage> SendAsync(string token) => http.PostAsync(address, new FormUrlEncodedContent([new("logout_token", token)]));

    private static DateTime At(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).UtcDateTime;
}
