using Identity.Domain.Partners;
using Identity.Protocol.RequestTraces;
using Identity.Testing;
using OpenIddict.Abstractions;

namespace Identity.Tests.Protocol.RequestTraces;

/// <summary>What the log tells of a refusal, and the answer does not.</summary>
public sealed class RefusalHintTests
{
    private static readonly Client Client = TestClient.Appointments;

    [Theory]
    [InlineData("https://appointments.example/callback/")]
    [InlineData("https://Appointments.example/callback")]
    public void A_redirect_uri_that_is_nearly_right_is_compared(string uri) =>
        Assert.Contains("differs from https://appointments.example/callback in nothing but", Hint("invalid_request", new() { RedirectUri = uri }), StringComparison.Ordinal);

    [Fact]
    public void Another_redirect_uri_is_none_of_those_registered() =>
        Assert.Contains("none of https://appointments.example/callback", Hint("invalid_request", new() { RedirectUri = "https://elsewhere.example/" }), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_secret_is_counted_and_never_shown()
    {
        var hint = Hint("invalid_client", new() { ClientSecret = "wrong-secret" });

        Assert.Contains("has 12 characters and is none of the 1 that count", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_scopes_those_are_named_that_are_registered() =>
        Assert.Equal("Some scope is not registered. Registered: openid profile email offline_access.", Hint("invalid_scope", new() { Scope = "openid records" }));

    [Fact]
    public void Nothing_that_was_sent_is_in_it()
    {
        var sent = new OpenIddictRequest { RedirectUri = "https://elsewhere.example/alice", Scope = "alice", ClientSecret = "alice", PostLogoutRedirectUri = "https://elsewhere.example/alice" };

        foreach (var error in new[] { "invalid_request", "invalid_client", "invalid_scope", "unauthorized_client" })
            Assert.DoesNotContain("alice", Hint(error, sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_request", "https://appointments.example/callback")]
    [InlineData("access_denied", "https://elsewhere.example/")]
    public void What_the_error_says_already_is_not_said_again(string error, string uri) =>
        Assert.Null(RefusalHint.Of(error, new OpenIddictRequest { RedirectUri = uri }, Client));

    private static string Hint(string error, OpenIddictRequest request) => RefusalHint.Of(error, request, Client) ?? "";
}
