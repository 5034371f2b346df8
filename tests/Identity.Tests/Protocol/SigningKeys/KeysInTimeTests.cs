using System.Text.Json;
using Identity.Domain.Audit;
using Identity.Domain.Keys;
using Identity.Domain.Storage;
using Identity.Testing;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Protocol.SigningKeys;

/// <summary>A key's life as clients meet it: in the JWKS, on tokens, and at the endpoints that read tokens.</summary>
public abstract class KeysInTimeTests(StorageProvider storage) : ProtocolTest(storage)
{
    private static readonly AuditSubject Olive = AuditSubject.Operator("olive");
    private static readonly TimeSpan Announce = TimeSpan.FromHours(2);
    private static readonly TimeSpan Sign = TimeSpan.FromHours(12);
    private static readonly TimeSpan Retire = TimeSpan.FromHours(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override (string, string)[] Settings =>
        [("Keys:Announce", Announce.ToString()), ("Keys:Sign", Sign.ToString()), ("Keys:Retire", Retire.ToString())];

    /// <summary>Begins the life of a key now, by the times above.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Provider.Get<SigningKeyKeeper>().RotateAsync(null, atOnce: true, Olive, Cancellation);
        await Provider.Get<SigningKeyRing>().LoadAsync(Cancellation);
        await AdvanceAsync(Retire + TimeSpan.FromMinutes(1)); // Until the key before it is out of the JWKS.
        await Provider.SignInAsync(Browser, Alice);
    }

    [Fact]
    [Spec("OpenID Connect Core", "10.1.1")]
    public async Task A_successor_stands_in_the_key_set_for_its_whole_time_then_signs_and_the_old_key_verifies_until_it_is_dropped()
    {
        var (first, until) = (Signing().Kid, Signing().Life.SignsUntil);

        await AdvanceToAsync(until - Announce - TimeSpan.FromMinutes(1));
        Assert.Equal([first], await PublishedAsync());

        await AdvanceToAsync(until - Announce + TimeSpan.FromMinutes(1));
        var second = Assert.Single(await PublishedAsync(), kid => kid != first);
        Assert.Equal(first, Kid(await TokenAsync()));

        await AdvanceToAsync(until - TimeSpan.FromMinutes(1));
        var last = await TokenAsync();
        Assert.Equal(first, Kid(last));

        await AdvanceToAsync(until + TimeSpan.FromMinutes(2));
        Assert.Equal(second, Kid(await TokenAsync()));
        Assert.Equal([first, second], await PublishedAsync());
        Assert.True(await IsActiveAsync(last));
        Assert.True(await VerifiesAsync(last));

        await AdvanceToAsync(until + Retire + TimeSpan.FromMinutes(2));
        Assert.Equal([second], await PublishedAsync());
        Assert.False(await VerifiesAsync(last));
        Assert.Contains(await Provider.Get<SigningKeyList>().ListAsync(Cancellation), key => key.Kid == first && key.State is KeyState.Gone);
    }

    [Fact]
    [Spec("RFC 9111", "5.2.2.1")]
    public async Task The_key_set_is_cached_for_less_time_than_a_key_is_announced()
    {
        using var response = await Http.GetAsync(".well-known/jwks.json", Cancellation);

        Assert.InRange(response.Headers.CacheControl!.MaxAge!.Value, TimeSpan.FromSeconds(1), Announce / 4); // Documents have both.
    }

    [Fact]
    public async Task A_revoked_key_is_out_of_the_key_set_of_every_node_within_two_seconds_and_what_it_signed_is_refused()
    {
        await using var other = await Provider.AnotherAsync(settings: Settings);
        using var http = other.Backchannel();
        var token = (await TokensAsync())["access_token"]!; // Alice has agreed.
        Assert.True(await IsActiveAsync(token, http));
        Assert.Equal(200, await UserInfoAsync(token, http));

        await Provider.Get<SigningKeyKeeper>().RevokeAsync(Kid(token), Olive, Cancellation);
        await TwoSecondsAsync(() => !other.Get<SigningKeyRing>().Current.Published.Any(key => key.Kid == Kid(token)));

        Assert.DoesNotContain(Kid(token), await PublishedAsync(http));
        Assert.False(await IsActiveAsync(token, http));
        Assert.Equal(401, await UserInfoAsync(token, http));
        Assert.Contains(Kid(await TokenAsync(http)), await PublishedAsync(http));
    }

    [Fact]
    public async Task Nodes_whose_clocks_differ_by_minutes_believe_each_other_through_a_turn()
    {
        await AdvanceToAsync(Signing().Life.SignsUntil - TimeSpan.FromMinutes(3));
        await using var ahead = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddMinutes(5)), Settings);
        await using var behind = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddMinutes(-5)), Settings);
        using var early = ahead.Backchannel();
        using var late = behind.Backchannel();

        var (byAhead, byBehind) = (await TokenAsync(early), await TokenAsync(late));

        Assert.NotEqual(Kid(byAhead), Kid(byBehind));
        foreach (var http in new[] { Http, early, late })
        {
            Assert.Contains(Kid(byAhead), await PublishedAsync(http));
            Assert.Contains(Kid(byBehind), await PublishedAsync(http));
        }
    }

    [Fact]
    public async Task After_a_year_switched_off_tokens_are_signed_by_a_key_that_is_in_the_key_set()
    {
        await using var later = await Provider.AnotherAsync(new FakeTimeProvider(Provider.Clock.GetUtcNow().AddYears(1)), Settings);
        using var http = later.Backchannel();

        Assert.Equal([Kid(await TokenAsync(http))], await PublishedAsync(http));
    }

    private SigningKey Signing() => Provider.Get<SigningKeyRing>().Current.Signing[0];

    private Task AdvanceToAsync(DateTimeOffset time) => AdvanceAsync(time - Provider.Clock.GetUtcNow());

    /// <summary>In steps that a ring which is looked at each minute would see.</summary>
    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var step = TimeSpan.FromMinutes(30); time > TimeSpan.Zero; time -= step)
        {
            Provider.Clock.Advance(time < step ? time : step);
            await Provider.Get<SigningKeyRing>().LoadAsync(Cancellation);
        }
    }

    private async Task TwoSecondsAsync(Func<bool> seen)
    {
        for (var second = 0; second < 2; second++)
        {
            Provider.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }

        for (var tries = 0; tries < 500 && !seen(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.True(seen());
    }

    private async Task<string> TokenAsync(HttpClient? http = null) =>
        (await Client.PostAsync(http ?? Http, "token", new() { ["grant_type"] = "client_credentials" }))["access_token"]!; // It is registered for it.

    private async Task<bool> IsActiveAsync(string token, HttpClient? http = null) =>
        (await Client.PostAsync(http ?? Http, "introspect", new() { ["token"] = token }))["active"] == "True";

    private static async Task<int> UserInfoAsync(string token, HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }

    private static string Kid(string token) => new JsonWebToken(token).Kid;

    /// <summary>Ids of the keys of the default algorithm.</summary>
    private async Task<IReadOnlyList<string>> PublishedAsync(HttpClient? http = null) =>
    [
        .. JsonDocument.Parse(await (http ?? Http).GetStringAsync(".well-known/jwks.json", Cancellation)).RootElement.GetProperty("keys").EnumerateArray()
            .Where(key => key.GetProperty("alg").GetString() == "ES256").Select(key => key.GetProperty("kid").GetString()!) // RFC 7517 §4.5: ours have one.
            .OrderBy(kid => Provider.Get<SigningKeyRing>().Current.Published.ToList().FindIndex(key => key.Kid == kid)),
    ];

    /// <summary>As a client does that knows nothing but the JWKS.</summary>
    private async Task<bool> VerifiesAsync(string token) => (await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = TestProvider.Issuer.AbsoluteUri,
        ValidateAudience = false,
        ValidateLifetime = false,
        IssuerSigningKeys = new JsonWebKeySet(await Http.GetStringAsync(".well-known/jwks.json", Cancellation)).GetSigningKeys(),
    })).IsValid;

    public sealed class OnSqlite() : KeysInTimeTests(StorageProvider.Sqlite);

    public sealed class OnPostgres() : KeysInTimeTests(StorageProvider.Postgres);
}
