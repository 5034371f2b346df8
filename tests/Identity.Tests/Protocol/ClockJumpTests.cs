using System.Net;
using Identity.Domain.Limits;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Tests.Protocol;

/// <summary>A node whose clock was set back or forward meets what was written before.</summary>
public abstract class ClockJumpTests(StorageProvider storage) : ProtocolTest(storage)
{
    [Theory]
    [InlineData(-1)]
    [InlineData(-400)]
    public async Task A_clock_set_back_ends_nothing_and_gives_nothing_a_negative_life(int days)
    {
        var code = (await AuthorizeAsync(("scope", "openid offline_access")))["code"];
        var refresh = (await TokensAsync(("scope", "openid offline_access")))["refresh_token"]!; // Asked for.
        await using var node = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddDays(days)));
        using var http = node.Backchannel();

        var (exchanged, refreshed) = (await Client.ExchangeAsync(http, code), await Client.RefreshAsync(http, refresh));

        Assert.Equal((200, 200), (exchanged.Status, refreshed.Status));
        Assert.Equal(("600", "600"), (exchanged["expires_in"], refreshed["expires_in"]));
        Assert.Equal("True", (await Client.PostAsync(http, "introspect", new() { ["token"] = refreshed["access_token"]! }))["active"]); // The refresh was valid.
        Assert.Contains("code", TestClient.Answer(await VisitAsync(node)).Keys);
    }

    [Fact]
    public async Task A_clock_set_forward_ends_what_has_a_life_and_breaks_nothing()
    {
        var code = (await AuthorizeAsync(("scope", "openid offline_access")))["code"];
        var tokens = await TokensAsync(("scope", "openid offline_access"));
        await using var node = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddYears(1)));
        using var http = node.Backchannel();

        Assert.Equal("invalid_grant", (await Client.ExchangeAsync(http, code)).Error);
        Assert.Equal("invalid_grant", (await Client.RefreshAsync(http, tokens["refresh_token"]!)).Error); // Asked for.
        Assert.Equal("False", (await Client.PostAsync(http, "introspect", new() { ["token"] = tokens["access_token"]! }))["active"]); // The exchange was valid.
        using var asked = await VisitAsync(node);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.StartsWith("/sign-in/", asked.Headers.Location!.OriginalString, StringComparison.Ordinal); // It is a redirect.
    }

    [Fact]
    public async Task Wrong_passwords_counted_by_a_clock_that_was_set_back_make_nobody_wait_for_it()
    {
        var attempt = new SignInAttempt("alice@example.test", Network.Of(IPAddress.Parse("192.0.2.1")));
        for (var wrong = 0; wrong < 8; wrong++)
            await Provider.Get<SignInLimits>().RecordFailureAsync(attempt, CancellationToken.None);
        Assert.IsType<LimitDecision.RetryAt>(await Provider.Get<SignInLimits>().CheckAsync(attempt, CancellationToken.None));

        await using var node = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddDays(-1)));

        Assert.IsType<LimitDecision.Allowed>(await node.Get<SignInLimits>().CheckAsync(attempt, CancellationToken.None));
        // The next wrong one is counted by the clock as it is.
        var again = Assert.IsType<LimitDecision.RetryAt>(await node.Get<SignInLimits>().RecordFailureAsync(attempt, CancellationToken.None));
        Assert.InRange(again.Time - node.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    /// <summary>Authorizes with Alice's session at another node.</summary>
    private async Task<HttpResponseMessage> VisitAsync(TestProvider node)
    {
        using var browser = node.Browser();
        browser.Cookies.Add(Browser.Cookies.GetCookies(TestProvider.Issuer));
        return await browser.GetAsync(Client.AuthorizeUrl());
    }

    public sealed class OnSqlite() : ClockJumpTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : ClockJumpTests(StorageProvider.Postgres);
}
