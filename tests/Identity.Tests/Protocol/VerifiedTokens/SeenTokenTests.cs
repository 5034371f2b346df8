using System.Net;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Testing;

namespace Identity.Tests.Protocol.VerifiedTokens;

/// <summary>That a token was good a moment ago says only that its signature is.</summary>
[Spec("RFC 6750", "3.1")]
public sealed class SeenTokenTests() : ProtocolTest
{
    [Fact]
    public async Task A_token_works_again_and_again()
    {
        var token = await SeenAsync();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));
    }

    [Fact]
    public async Task It_ends_with_its_time()
    {
        var token = await SeenAsync();

        Provider.Clock.Advance(TimeSpan.FromSeconds(601));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    [Fact]
    public async Task It_ends_with_its_grant()
    {
        var token = await SeenAsync();

        await Client.PostAsync(Http, "revoke", new() { ["token"] = token });

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    [Fact]
    public async Task It_ends_with_its_key()
    {
        var token = await SeenAsync();
        var keys = Provider.Get<SigningKeyRing>();

        await Provider.Get<SigningKeyKeeper>().RevokeAsync(keys.Current.Signing[0].Kid, AuditSubject.Operator("olive"), TestContext.Current.CancellationToken);
        await keys.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
    }

    [Fact]
    public async Task Another_signature_under_the_same_words_is_no_token()
    {
        var token = await SeenAsync();
        var forged = token[..^6] + (token.EndsWith("AAAAAA", StringComparison.Ordinal) ? "BBBBBB" : "AAAAAA");

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(forged));
    }

    [Fact]
    public async Task A_token_that_user_info_saw_is_no_refresh_token()
    {
        var token = await SeenAsync();

        Assert.Equal("invalid_grant", (await Client.RefreshAsync(Http, token)).Error);
    }

    /// <summary>An access token that this node has verified.</summary>
    private async Task<string> SeenAsync()
    {
        var token = (await TokensAsync(("scope", "openid offline_access")))["access_token"]!; // The exchange is valid.
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));
        return token;
    }

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var response = await UserInfoAsync(token);
        return response.StatusCode;
    }
}
