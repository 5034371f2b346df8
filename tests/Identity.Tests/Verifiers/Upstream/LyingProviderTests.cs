using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Identity.Domain.Verification.Runs;
using Identity.Sdk;
using Identity.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Verifiers.Upstream;

/// <summary>A provider that lies, errs or fails, in one way at a time.</summary>
[Spec("OpenID Connect Core", "3.1.3.7")]
public sealed class LyingProviderTests(UpstreamHost host) : UpstreamTests(host)
{
    [Theory]
    [InlineData("iss", "https://elsewhere.example", "id-token-issuer")]
    [InlineData("iss", null, "id-token-issuer")]
    [InlineData("aud", "somebody-else", "id-token-audience")]
    [InlineData("aud", null, "id-token-audience")]
    [InlineData("azp", "somebody-else", "id-token-party")]
    [InlineData("sub", "", "id-token-subject")]
    [InlineData("sub", null, "id-token-subject")]
    [InlineData("nonce", "another", "id-token-nonce")]
    [InlineData("nonce", null, "id-token-nonce")]
    [InlineData("at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "id-token-at-hash")]
    [InlineData("exp", null, "id-token-expired")]
    [InlineData("iat", null, "id-token-age")]
    [InlineData("auth_time", null, "id-token-auth-time")]
    public async Task A_token_with_another_claim_is_refused(string claim, string? value, string cause)
    {
        Other.Token = claims =>
        {
            if (value is null)
                claims.Remove(claim);
            else
                claims[claim] = value;
        };

        await AssertRefusedAsync(cause);
    }

    [Theory]
    [InlineData("exp", -61, "id-token-expired")]
    [InlineData("iat", 61, "id-token-age")]
    [InlineData("iat", -601, "id-token-age")]
    [InlineData("nbf", 61, "id-token-early")]
    [InlineData("auth_time", -361, "id-token-auth-time")]
    [InlineData("auth_time", 61, "id-token-auth-time")]
    public async Task A_token_of_another_time_is_refused(string claim, int seconds, string cause)
    {
        Other.Token = claims => claims[claim] = Host.Provider.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds;

        await AssertRefusedAsync(cause);
    }

    [Fact]
    public async Task A_token_for_somebody_else_too_is_refused()
    {
        Other.Token = claims => (claims["aud"], claims["azp"]) = (new JsonArray(OtherProvider.ClientId, "somebody-else"), OtherProvider.ClientId);

        await AssertRefusedAsync("id-token-audience");
    }

    [Fact]
    public async Task A_token_whose_audience_is_a_list_of_us_and_whose_hash_is_right_is_taken()
    {
        Other.Token = claims =>
        {
            claims["aud"] = new JsonArray(OtherProvider.ClientId);
            claims["azp"] = OtherProvider.ClientId;
            claims["at_hash"] = Base64Url.EncodeToString(SHA256.HashData("access-token"u8).AsSpan(0, 16));
        };

        await ProvenAsync();
    }

    [Fact]
    public async Task A_token_that_another_key_signed_is_refused()
    {
        Other.Key = OtherProvider.NewKey("first");

        await AssertRefusedAsync("id-token-signature");
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        Other.Signed = token => token.Split('.') is [var header, var payload, var signature]
            ? $"{header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)).Replace("Archer", "Baxter", StringComparison.Ordinal)))}.{signature}"
            : throw new ArgumentException(token);

        await AssertRefusedAsync("id-token-signature");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("ES384")]
    public async Task A_token_with_another_algorithm_is_refused(string algorithm)
    {
        Other.Signed = token => token.Split('.') is [_, var payload, var signature]
            ? $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","kid":"first"}"""))}.{payload}.{(algorithm == "none" ? "" : signature)}"
            : throw new ArgumentException(token);

        await AssertRefusedAsync("id-token-algorithm");
    }

    [Fact]
    public async Task A_token_signed_with_the_published_key_as_a_secret_is_refused()
    {
        Other.Key = new SymmetricSecurityKey(SHA256.HashData("public"u8)) { KeyId = "first" };
        Other.Algorithm = SecurityAlgorithms.HmacSha256;

        await AssertRefusedAsync("id-token-algorithm");
    }

    [Fact, Spec("RFC 7515", "4.1.11")]
    public async Task A_token_with_an_extension_that_must_be_understood_is_refused()
    {
        Other.Header["crit"] = new[] { "b64" };

        await AssertRefusedAsync("id-token-critical");
    }

    [Theory]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9..")]
    public async Task What_is_no_token_is_refused(string text)
    {
        Other.Signed = _ => text;

        await AssertRefusedAsync("id-token-form");
    }

    [Fact, Spec("OpenID Connect Core", "10.1.1")]
    public async Task A_new_key_is_found_once()
    {
        // The first key is known by then.
        Other.Claims["acr"] = "low";
        await AssertRefusedAsync("level", RefusalReason.Declined);
        Other.Claims["acr"] = "substantial";
        Other.Key = OtherProvider.NewKey("second");
        Other.Published.Add(Other.Key);
        Host.Provider.Clock.Advance(TimeSpan.FromMinutes(2));

        await ProvenAsync();
    }

    [Fact, Spec("OpenID Connect Core", "10.1.1")]
    public async Task A_key_that_does_not_exist_is_not_looked_for_again_and_again()
    {
        Other.Key = OtherProvider.NewKey("unpublished");

        for (var tries = 0; tries < 3; tries++)
            await AssertRefusedAsync("id-token-signature");

        Assert.Single(Other.Asked, path => path == "/jwks");
    }

    [Fact]
    public async Task A_key_that_is_too_short_is_none()
    {
        using var weak = RSA.Create(1024);
        Other.Published.Add(new RsaSecurityKey(weak.ExportParameters(includePrivateParameters: false)) { KeyId = "weak" });
        Other.Signed = token =>
        {
            var text = $"{Base64Url.EncodeToString("""{"alg":"RS256","kid":"weak"}"""u8)}.{token.Split('.')[1]}";
            return $"{text}.{Base64Url.EncodeToString(weak.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        };

        await AssertRefusedAsync("id-token-signature");
    }

    [Theory, Spec("OpenID Connect Discovery", "4.3")]
    [InlineData("issuer", "https://elsewhere.example", "discovery-issuer")]
    [InlineData("issuer", null, "discovery-issuer")]
    [InlineData("token_endpoint", "http://elsewhere.example/token", "discovery-address")]
    [InlineData("token_endpoint", "token", "discovery-address")]
    [InlineData("authorization_endpoint", "javascript:alert(1)", "discovery-address")]
    [InlineData("authorization_endpoint", null, "discovery-address")]
    [InlineData("jwks_uri", "file:///etc/passwd", "discovery-address")]
    [InlineData("userinfo_endpoint", "https://elsewhere.example/#", "discovery-address")]
    [InlineData("response_types_supported", "code", "discovery-lacks")]
    [InlineData("code_challenge_methods_supported", "plain", "discovery-lacks")]
    public async Task A_document_that_cannot_be_used_sends_nobody_anywhere(string member, string? value, string cause)
    {
        if (value is null)
            Other.Metadata.Remove(member);
        else
            Other.Metadata[member] = value;

        await AssertRefusedAsync(Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run, RefusalReason.Unavailable, cause);
    }

    [Fact]
    public async Task A_provider_that_is_down_sends_nobody_anywhere()
    {
        Other.Instead["/.well-known/openid-configuration"] = context => OtherProvider.Refuse(context, StatusCodes.Status503ServiceUnavailable);

        await AssertRefusedAsync(Assert.IsType<RunOutcome.Went>(await BeginAsync()).Run, RefusalReason.Unavailable, "discovery");
    }

    [Theory]
    [InlineData("/token", "token")]
    [InlineData("/jwks", "keys")]
    [InlineData("/userinfo", "user-info")]
    public async Task An_endpoint_that_does_not_answer_as_it_has_to_proves_nothing(string path, string cause)
    {
        Func<HttpContext, Task>[] answers =
        [
            context => OtherProvider.Refuse(context, StatusCodes.Status500InternalServerError),
            context => OtherProvider.Send(context, "<html></html>", "text/html"),
            context => OtherProvider.Send(context, "[]", "application/json"),
            context => OtherProvider.Send(context, """{"sub":"a","sub":"b"}""", "application/json"),
            context => OtherProvider.Send(context, $"{{\"a\":\"{new string('a', 300 * 1024)}\"}}", "application/json"),
        ];
        foreach (var answer in answers)
        {
            Other.Instead[path] = answer;
            await AssertRefusedAsync(cause);
        }
    }

    [Theory]
    [InlineData("access_token", null)]
    [InlineData("id_token", null)]
    [InlineData("token_type", "DPoP")]
    public async Task An_answer_without_what_was_asked_is_refused(string member, string? value)
    {
        Other.TokenAnswer = answer => answer[member] = value;

        await AssertRefusedAsync("token-answer");
    }

    [Fact, Spec("OpenID Connect Core", "5.3.2")]
    public async Task User_info_about_somebody_else_is_refused()
    {
        Other.UserInfo = claims => claims["sub"] = "somebody-else";

        await AssertRefusedAsync("user-info-subject");
    }
}
