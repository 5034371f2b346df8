using System.Net;
using System.Net.Http.Json;
using Identity.Demo.RecordsApi;
using Identity.Testing;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Identity.BrowserTests.Demo;

/// <summary>The notes open to a token that tells of two factors shown within ten minutes.</summary>
[Spec("RFC 9470", "3")]
public sealed class PrivateNotesTests : RecordsApiTest
{
    private const string TooLow = "A higher authentication level is required";
    private const string TooOld = "More recent authentication is required";

    [Theory]
    [InlineData("aal2", 0)]
    [InlineData("phr", 0)]
    [InlineData("phrh", 0)]
    [InlineData("aal2", 600)]
    [InlineData("aal2", -5)]
    public async Task The_class_or_a_higher_one_within_the_time_is_enough(string acr, int secondsAgo)
    {
        var answer = await AskAsync(Token(acr, secondsAgo));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<PrivateNote[]>(TestContext.Current.CancellationToken))?.Length);
    }

    [Theory]
    [InlineData("aal1", 0, TooLow)]
    [InlineData("AAL2", 0, TooLow)]
    [InlineData("aal2 phr", 0, TooLow)]
    [InlineData("urn:another:provider", 0, TooLow)]
    [InlineData("", 0, TooLow)]
    [InlineData(null, 0, TooLow)]
    [InlineData("aal1", 601, TooLow)]
    [InlineData("aal2", 601, TooOld)]
    [InlineData("phrh", 601, TooOld)]
    [InlineData("aal2", -6, TooOld)]
    [InlineData("aal2", null, TooOld)]
    public async Task Less_is_challenged_and_told_what_would_be_enough(string? acr, int? secondsAgo, string description)
    {
        var answer = await AskAsync(Token(acr, secondsAgo));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            $"Bearer error=\"insufficient_user_authentication\", error_description=\"{description}\", acr_values=\"aal2\", max_age=\"600\"",
            Assert.Single(answer.Headers.NonValidated["WWW-Authenticate"]));
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_time_that_is_none_is_not_recent(string time)
    {
        var answer = await AskAsync(Token("aal2", 0, token => token.Claims["auth_time"] = time));

        Assert.Contains(TooOld, answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task A_token_without_the_scope_is_forbidden_before_anybody_is_asked_to_sign_in()
    {
        var answer = await AskAsync(Token("aal1", 0, token => token.Claims["scope"] = "openid"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task Without_a_token_there_is_nothing_to_raise()
    {
        var answer = await AskAsync(null, "/notes");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("error", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_itself_asks_for_no_class() =>
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Token("aal1", 36_000), "/records")).StatusCode);

    private Task<HttpResponseMessage> AskAsync(string token) => AskAsync(token, "/notes");

    private string Token(string? acr, int? secondsAgo, Action<SecurityTokenDescriptor>? change = null) => Issuer.Token(Audience, token =>
    {
        if (acr is not null) token.Claims["acr"] = acr;
        if (secondsAgo is { } ago) token.Claims["auth_time"] = Clock.GetUtcNow().ToUnixTimeSeconds() - ago;
        change?.Invoke(token);
    });
}
