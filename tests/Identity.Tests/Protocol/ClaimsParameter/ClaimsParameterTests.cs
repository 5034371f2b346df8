using System.Text.Json;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.ClaimsParameter;

/// <summary>A client asks for claims one by one, and says where it wants them.</summary>
[Spec("OpenID Connect Core", "5.5")]
public sealed class ClaimsParameterTests() : ProtocolTest(StorageProvider.Sqlite)
{
    private static readonly Client Shop = TestClient.Appointments with
    {
        ClientId = "shop",
        ClientName = "Shop",
        Scope = "openid email offline_access",
        Consent = new() { Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, ""), ["email"] = new(true, "") } },
    };

    private TestClient _shop = null!; // Registered before each test.

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _shop = await RegisterAsync(Shop);
    }

    [Fact]
    public async Task A_claim_is_told_where_it_was_asked_for()
    {
        var tokens = await AskAsync("""{"userinfo":{"given_name":null},"id_token":{"family_name":{"essential":true}}}""");

        Assert.True(tokens.Payload("id_token").TryGetProperty("family_name", out _));
        Assert.False(tokens.Payload("id_token").TryGetProperty("given_name", out _));
        var told = await UserInfoAsync(tokens);
        Assert.True(told.TryGetProperty("given_name", out _));
        Assert.False(told.TryGetProperty("family_name", out _));
        Assert.False(told.TryGetProperty("name", out _));
    }

    [Fact]
    [Spec("OpenID Connect Core", "5.4")]
    public async Task What_a_scope_stands_for_is_told_beside_it()
    {
        var tokens = await TokensAsync(_shop, ("scope", "openid email"), ("claims", """{"userinfo":{"given_name":null}}"""));

        var told = await UserInfoAsync(tokens);

        Assert.True(told.TryGetProperty("email", out _));
        Assert.True(told.TryGetProperty("given_name", out _));
    }

    [Fact]
    public async Task A_claim_that_is_not_registered_is_passed_over()
    {
        var tokens = await AskAsync("""{"userinfo":{"birthdate":{"essential":true},"shoe_size":null}}""");

        var told = await UserInfoAsync(tokens);

        Assert.False(told.TryGetProperty("birthdate", out _));
        Assert.False(told.TryGetProperty("shoe_size", out _));
    }

    [Theory]
    [Spec("OpenID Connect Core", "5.5.1")]
    [InlineData("""{"value":"Alice"}""", true)]
    [InlineData("""{"values":["Bob","Alice"]}""", true)]
    [InlineData("""{"value":"Bob"}""", false)]
    [InlineData("""{"values":[]}""", false)]
    public async Task A_claim_with_another_value_is_left_out(string limit, bool told) =>
        Assert.Equal(told, (await UserInfoAsync(await AskAsync($$"""{"userinfo":{"given_name":{{limit}} } }"""))).TryGetProperty("given_name", out _));

    [Fact]
    public async Task It_is_asked_of_the_citizen_first()
    {
        var another = await RegisterAsync(Shop with { ClientId = "another-shop" }, consented: false);

        using var asked = await Browser.GetAsync(another.AuthorizeUrl(("scope", "openid"), ("claims", """{"userinfo":{"given_name":null}}""")));

        InteractionKey(asked, "share");
    }

    [Fact]
    [Spec("OpenID Connect Core", "5.5.1")]
    public async Task An_answer_about_somebody_else_than_the_one_asked_for_is_none()
    {
        var answer = await AuthorizeAsync(_shop, ("scope", "openid"), ("claims", """{"id_token":{"sub":{"value":"somebody else"}}}"""), ("prompt", "none"));

        Assert.Equal("login_required", answer["error"]);
    }

    [Fact]
    public async Task A_refresh_keeps_what_was_asked_for()
    {
        var tokens = await TokensAsync(_shop, ("scope", "openid offline_access"), ("claims", """{"id_token":{"given_name":null}}"""));

        var refreshed = await _shop.RefreshAsync(Http, tokens["refresh_token"]!); // The exchange is valid.

        Assert.True(refreshed.Payload("id_token").TryGetProperty("given_name", out _));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"userinfo":[]}""")]
    [InlineData("""{"userinfo":{"given_name":true}}""")]
    [InlineData("""{"userinfo":{"given_name":{"essential":"yes"}}}""")]
    [InlineData("""{"userinfo":{"given_name":{"values":"Alice"}}}""")]
    [InlineData("""{"userinfo":{"given_name":null,"given_name":null}}""")]
    public async Task What_is_no_such_object_is_an_invalid_request(string claims) =>
        Assert.Equal("invalid_request", (await AuthorizeAsync(_shop, ("scope", "openid"), ("claims", claims)))["error"]);

    private Task<TokenAnswer> AskAsync(string claims) => TokensAsync(_shop, ("scope", "openid"), ("claims", claims));

    private async Task<JsonElement> UserInfoAsync(TokenAnswer tokens)
    {
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange is valid.
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
