using System.Buffers.Text;
using System.Text.Json;
using Identity.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Tests.Protocol.BackChannelLogout;

/// <summary>Every member of a logout token, beside the ID token of the same session.</summary>
[Spec("OpenID Connect Back-Channel Logout 1.0", "2.4")]
public sealed class LogoutTokenTests : LogoutScene
{
    [Fact]
    public async Task It_says_who_ended_which_session_to_whom_and_nothing_else()
    {
        var (token, id) = await ToldAsync();

        var payload = Payload(token);

        Assert.Equal(["aud", "events", "exp", "iat", "iss", "jti", "sid", "sub"], payload.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        foreach (var member in new[] { "iss", "aud", "sub", "sid" })
            Assert.Equal(id.GetProperty(member).GetString(), payload.GetProperty(member).GetString());
        Assert.Equal("told", payload.GetProperty("aud").GetString());
    }

    [Fact]
    public async Task Its_event_is_an_empty_object_under_the_registered_name()
    {
        var (token, _) = await ToldAsync();

        Assert.Equal("""{"http://schemas.openid.net/event/backchannel-logout":{}}""", Payload(token).GetProperty("events").GetRawText());
    }

    [Fact]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "4")]
    public async Task It_has_a_type_of_its_own_and_lives_for_two_minutes_from_when_it_is_sent()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await SignOutAsync();
        Provider.Clock.Advance(TimeSpan.FromHours(5));
        await SendAsync();
        var token = (await told.NextAsync()).Token;

        Assert.Equal("logout+jwt", Header(token).GetProperty("typ").GetString());
        var (issued, expires) = (Payload(token).GetProperty("iat").GetInt64(), Payload(token).GetProperty("exp").GetInt64());
        Assert.Equal((Provider.Clock.GetUtcNow().ToUnixTimeSeconds(), 120), (issued, expires - issued));
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256")]
    public async Task It_is_signed_by_the_key_that_signs_this_clients_ID_tokens(string algorithm)
    {
        var (told, tokens) = await SignedInAsync(change: client => client with { IdTokenSignedResponseAlg = algorithm });
        await using var _ = told;
        await SignOutAsync();
        await SendAsync();
        var token = (await told.NextAsync()).Token;

        Assert.Equal((algorithm, Header(tokens["id_token"]!).GetProperty("kid").GetString()), (Header(token).GetProperty("alg").GetString(), Header(token).GetProperty("kid").GetString())); // The exchange is valid.
        var keys = new JsonWebKeySet(await Http.GetStringAsync(".well-known/jwks.json")).GetSigningKeys();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = keys,
            ValidIssuer = TestProvider.Issuer.AbsoluteUri,
            ValidAudience = "told",
            ValidTypes = ["logout+jwt"],
            ValidateLifetime = false, // The provider's clock stands still.
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task Two_clients_are_told_other_names_of_the_same_person_and_session()
    {
        var (one, _) = await SignedInAsync("told");
        var (other, _) = await SignedInAsync("also-told", change: client => client with { SectorIdentifier = "other.example" });
        await using var _1 = one;
        await using var _2 = other;
        await SignOutAsync();
        await SendAsync();

        var (first, second) = (Payload((await one.NextAsync()).Token), Payload((await other.NextAsync()).Token));

        Assert.NotEqual(first.GetProperty("sub").GetString(), second.GetProperty("sub").GetString());
        Assert.NotEqual(first.GetProperty("sid").GetString(), second.GetProperty("sid").GetString());
        Assert.NotEqual(first.GetProperty("jti").GetString(), second.GetProperty("jti").GetString());
    }

    [Fact]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.5")]
    public async Task It_is_posted_as_a_form_with_one_field()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        await SignOutAsync();
        await SendAsync();

        var request = await told.NextAsync();

        Assert.Equal(("POST", "/logout", "application/x-www-form-urlencoded"), (request.Method, request.Path, request.ContentType));
        Assert.Equal("logout_token", Assert.Single(request.Form.Keys));
    }

    [Fact]
    public async Task A_refreshed_ID_token_carries_the_same_sid_after_the_citizen_signed_in_again()
    {
        var (told, _) = await SignedInAsync();
        await using var _2 = told;
        var client = new TestClient(TestClient.Appointments with { ClientId = "told", BackchannelLogoutUri = told.Uri });
        await RegisterAsync(client.Registration);
        var tokens = await TokensAsync(client, ("scope", "openid offline_access"));

        await Provider.VisitAsync(Browser, context => Provider.Get<Identity.Protocol.Interaction.BrowserSession>().SignInAsync(context, Alice, Identity.Domain.Sessions.Trust.ProofMethod.Password));
        var refreshed = await client.RefreshAsync(Http, tokens["refresh_token"]!); // Asked for above.

        Assert.Equal(tokens.Payload("id_token").GetProperty("sid").GetString(), refreshed.Payload("id_token").GetProperty("sid").GetString());
    }

    private async Task<(string Token, JsonElement Id)> ToldAsync()
    {
        var (told, tokens) = await SignedInAsync();
        await using var _ = told;
        await SignOutAsync();
        await SendAsync();
        return ((await told.NextAsync()).Token, tokens.Payload("id_token"));
    }

    private static JsonElement Header(string token) => Part(token, 0);

    private static JsonElement Payload(string token) => Part(token, 1);

    private static JsonElement Part(string token, int part) => JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[part])).RootElement;
}
