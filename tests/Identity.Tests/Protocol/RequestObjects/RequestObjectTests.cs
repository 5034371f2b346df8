using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.RequestObjects;

/// <summary>An authorization request as a JWT that the client has signed: valid by default, and each test breaks one thing.</summary>
[Spec("RFC 9101", "4")]
public sealed class RequestObjectTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private TestClient Signer { get; set; } = null!; // Set before each test by InitializeAsync.

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Signer = await RegisterAsync(Registration);
    }

    private static Client Registration => TestClient.Appointments with { ClientId = "signer", Jwks = TestAssertion.Jwks };

    [Fact]
    [Spec("OpenID Connect Core 1.0", "6.1")]
    public async Task What_is_signed_is_the_request()
    {
        var answer = await AskAsync(Signed());

        Assert.Equal("state-of-the-application", answer["state"]);
        var tokens = await Signer.ExchangeAsync(Http, answer["code"]);
        Assert.Equal(200, tokens.Status);
        Assert.Equal("nonce-of-the-application", tokens.Payload("id_token").GetProperty("nonce").GetString());
    }

    [Fact]
    [Spec("RFC 9101", "6.3")]
    public async Task Of_an_object_of_the_specifications_own_type_nothing_beside_it_counts()
    {
        var signed = Signed(("state", null));
        signed.Header["typ"] = "oauth-authz-req+jwt";

        Assert.DoesNotContain("state", (await AskAsync(signed, ("state", "of-an-attacker"))).Keys);
    }

    [Theory]
    [Spec("OpenID Connect Core 1.0", "6.1")]
    [InlineData(null)]
    [InlineData("JWT")]
    public async Task What_an_older_object_leaves_out_is_read_beside_it_and_what_it_says_counts(string? type)
    {
        var signed = Signed(("state", null));
        if (type is not null)
            signed.Header["typ"] = type;

        var answer = await AskAsync(signed, ("state", "beside"), ("nonce", "of-an-attacker"));

        Assert.Equal("beside", answer["state"]);
        Assert.Equal("nonce-of-the-application", (await Signer.ExchangeAsync(Http, answer["code"])).Payload("id_token").GetProperty("nonce").GetString());
    }

    [Fact]
    [Spec("RFC 9101", "10.5")]
    public async Task A_client_that_must_sign_leaves_nothing_to_the_query_and_comes_by_no_other_way()
    {
        Signer = await RegisterAsync(Registration with { ClientId = "strict", RequireSignedRequestObject = true });

        Assert.DoesNotContain("state", (await AskAsync(Signed(("state", null)), ("state", "beside"))).Keys);
        Assert.Equal("invalid_request", (await AuthorizeAsync(Signer))["error"]);
        Assert.Equal("invalid_request", (await PushAsync(Signer.Parameters()))["error"]);
        var pushed = await PushAsync(new() { ["client_id"] = "strict", ["request"] = Signed().Write() });
        using var taken = await Browser.GetAsync($"authorize?client_id=strict&request_uri={Uri.EscapeDataString(pushed["request_uri"] ?? "")}");
        Assert.Contains("code", TestClient.Answer(taken).Keys);
    }

    [Fact]
    [Spec("RFC 9126", "3")]
    public async Task It_can_be_pushed()
    {
        var pushed = await PushAsync(new() { ["client_id"] = "signer", ["request"] = Signed().Write() });

        Assert.Equal(201, pushed.Status);
        using var taken = await Browser.GetAsync($"authorize?client_id=signer&request_uri={Uri.EscapeDataString(pushed["request_uri"] ?? "")}&request=nonsense");
        Assert.Equal("state-of-the-application", TestClient.Answer(taken)["state"]);
    }

    [Fact]
    public async Task Numbers_and_objects_are_what_a_query_would_hold()
    {
        var signed = Signed(("max_age", 3600), ("claims", new { id_token = new { auth_time = new { essential = true } } }));

        var tokens = await Signer.ExchangeAsync(Http, (await AskAsync(signed))["code"]);

        Assert.True(tokens.Payload("id_token").TryGetProperty("auth_time", out _));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES256")]
    public async Task Any_registered_key_signs(string algorithm)
    {
        var signed = Signed();
        signed.Header["alg"] = algorithm;

        Assert.Contains("code", (await AskAsync(signed)).Keys);
    }

    [Fact]
    [Spec("OpenID Connect Registration 1.0", "2")]
    public async Task The_registered_algorithm_is_the_one_that_counts()
    {
        Signer = await RegisterAsync(Registration with { ClientId = "rsa", RequestObjectSigningAlg = "RS256" });

        Assert.Equal("invalid_request_object", (await AskAsync(Signed()))["error"]);
    }

    [Theory]
    [Spec("RFC 9101", "10.1")]
    [InlineData("none")]
    [InlineData("HS256")]
    public async Task Nobody_elses_signature_counts(string algorithm)
    {
        var signed = Signed();
        signed.Header["alg"] = algorithm;
        // RFC 8725 §2.1: what is public is no secret.
        Func<byte[], byte[]> sign = algorithm is "none" ? _ => [] : input => HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestAssertion.Ecdsa.ExportSubjectPublicKeyInfoPem()), input);

        Assert.Equal("invalid_request_object", (await AskAsync(signed, sign))["error"]);
    }

    [Fact]
    public async Task Another_key_signs_nothing()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("invalid_request_object", (await AskAsync(Signed(), input => other.SignData(input, HashAlgorithmName.SHA256)))["error"]);
    }

    [Fact]
    public async Task A_client_without_keys_has_signed_nothing() =>
        Assert.Equal("invalid_request_object", (await AuthorizeAsync(("request", Signed(("client_id", "appointments"), ("iss", null)).Write())))["error"]);

    public static TheoryData<string, object?> Wrong => new()
    {
        { "iss", "appointments" }, { "sub", "signer" }, { "aud", "https://attacker.example/" }, { "client_id", "appointments" }, { "response_type", "token" },
        { "exp", 1 }, { "exp", "soon" }, { "nbf", 4_000_000_000 }, { "nbf", true }, { "request", "eyJhbGciOiJub25lIn0.e30." }, { "request_uri", "https://appointments.example/object" },
        { "client_secret", TestClient.Secret }, { "interaction", "AAAA" }, { "state", "a\u0007b" }, { "state", new string('a', 5000) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_has_no_place_in_one_is_refused(string claim, object? value) =>
        Assert.Equal("invalid_request_object", (await AskAsync(Signed((claim, value))))["error"]);

    [Fact]
    [Spec("RFC 9101", "10.8")]
    public async Task A_token_of_another_type_is_none()
    {
        var signed = Signed();
        signed.Header["typ"] = "client-authentication+jwt";

        Assert.Equal("invalid_request_object", (await AskAsync(signed))["error"]);
    }

    [Fact]
    [Spec("RFC 7519", "4")]
    public async Task A_claim_that_is_there_twice_is_refused()
    {
        var signed = Signed().Write();
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(signed.Split('.')[1])).Replace("{", "{\"state\":\"first\",", StringComparison.Ordinal);
        var input = $"{signed.Split('.')[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        var twice = $"{input}.{Base64Url.EncodeToString(TestAssertion.Ecdsa.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";

        Assert.Equal("invalid_request_object", (await AuthorizeAsync(Signer, ("request", twice)))["error"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.W10.AAAA")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Equal("invalid_request_object", (await AuthorizeAsync(Signer, ("request", text)))["error"]);

    [Theory]
    [Spec("RFC 9101", "5")]
    [InlineData(null)]
    [InlineData("nobody")]
    public async Task Without_the_client_beside_it_nobody_knows_whose_it_is(string? client)
    {
        using var response = await Browser.GetAsync(Signer.AuthorizeUrl(("client_id", client), ("request", Signed().Write())));

        Assert.Equal((HttpStatusCode.BadRequest, null), (response.StatusCode, response.Headers.Location));
    }

    [Fact]
    [Spec("RFC 9101", "5")]
    public async Task By_value_and_by_reference_at_once_is_refused() => Assert.Equal("invalid_request",
        (await AuthorizeAsync(Signer, ("request", Signed().Write()), ("request_uri", "https://appointments.example/object")))["error"]);

    [Fact]
    [Spec("RFC 9101", "6.3")]
    public async Task Where_it_is_answered_is_what_was_signed_and_what_is_registered()
    {
        using var response = await Browser.GetAsync(Signer.AuthorizeUrl(("redirect_uri", null), ("request", Signed(("redirect_uri", "https://attacker.example/")).Write())));

        Assert.Equal((HttpStatusCode.BadRequest, null), (response.StatusCode, response.Headers.Location));
    }

    /// <summary>All parameters of a valid request, signed.</summary>
    private TestAssertion Signed(params (string Claim, object? Value)[] changes)
    {
        var signed = new TestAssertion(Signer.Registration.ClientId, Provider.Clock.GetUtcNow());
        signed.Claims.Remove("sub");
        foreach (var (name, value) in Signer.Parameters())
            signed.Claims[name] = value;
        foreach (var (claim, value) in changes)
            signed.Claims[claim] = value;
        return signed;
    }

    private Task<Dictionary<string, string>> AskAsync(TestAssertion signed, params (string, string?)[] beside) =>
        AuthorizeAsync(Signer, [("nonce", null), ("scope", "openid"), .. beside, ("request", signed.Write())]);

    private Task<Dictionary<string, string>> AskAsync(TestAssertion signed, Func<byte[], byte[]> sign) => AuthorizeAsync(Signer, ("request", signed.Write(sign)));

    private Task<TokenAnswer> PushAsync(Dictionary<string, string> fields) => TestClient.SendAsync(Http, "par", fields, TestClient.Basic(Signer.Registration.ClientId, TestClient.Secret));
}
