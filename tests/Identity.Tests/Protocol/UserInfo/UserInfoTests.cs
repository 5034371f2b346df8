using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.UserInfo;

[Spec("OpenID Connect Core", "5.3")]
public sealed class UserInfoTests() : ProtocolTest(StorageProvider.Sqlite)
{
    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", true)]
    [InlineData("POST", false)]
    [Spec("RFC 6750", "2")]
    public async Task A_token_is_taken_from_the_header_or_from_a_form(string method, bool header)
    {
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.
        using var request = new HttpRequestMessage(new HttpMethod(method), "userinfo");
        if (header)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent(header ? [] : [new("access_token", token)]);

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 6750", "2.3")]
    [Spec("RFC 9700", "4.3.2")]
    public async Task A_token_in_the_URL_is_refused()
    {
        var token = (await TokensAsync())["access_token"];

        using var response = await Http.GetAsync($"userinfo?access_token={token}");

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    [Spec("RFC 6750", "2")]
    public async Task A_token_in_two_places_is_refused()
    {
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.
        using var request = new HttpRequestMessage(HttpMethod.Post, "userinfo") { Content = new FormUrlEncodedContent([new("access_token", token)]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("error=\"invalid_request\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task Without_a_token_the_challenge_names_no_error()
    {
        using var response = await Http.GetAsync("userinfo");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhbGljZSJ9.")]
    [Spec("RFC 6750", "3.1")]
    public async Task What_is_no_token_of_ours_is_an_invalid_token(string token) => await RefusedAsync(token);

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task A_token_with_another_signature_is_an_invalid_token()
    {
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.

        await RefusedAsync(token[..^8] + (token[^8] == 'A' ? 'B' : 'A') + token[^7..]);
    }

    [Fact]
    [Spec("RFC 8725", "3.11")]
    public async Task An_ID_token_is_no_access_token() => await RefusedAsync((await TokensAsync())["id_token"]!); // The exchange is valid.

    [Fact]
    [Spec("RFC 6750", "3.1")]
    public async Task A_token_that_has_expired_is_an_invalid_token()
    {
        var token = (await TokensAsync())["access_token"]!; // The exchange is valid.
        Provider.Clock.Advance(TimeSpan.FromSeconds(601));

        await RefusedAsync(token);
    }

    [Fact]
    public async Task A_token_whose_consent_was_withdrawn_is_an_invalid_token()
    {
        var token = (await TokensAsync(("scope", "openid offline_access")))["access_token"]!; // The exchange is valid.
        await Provider.Get<ConsentStore>().WithdrawAsync(Alice, "appointments", TestContext.Current.CancellationToken);

        await RefusedAsync(token);
    }

    [Theory]
    [InlineData("profile email")]
    [InlineData("offline_access")]
    [Spec("OpenID Connect Core", "5.3.1")]
    public async Task A_token_without_openid_lacks_scope(string scope)
    {
        var token = (await TokensAsync(("scope", scope)))["access_token"]!; // The exchange is valid.

        using var response = await UserInfoAsync(token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("error=\"insufficient_scope\"", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_a_client_got_for_itself_is_about_nobody()
    {
        var token = (await Client.PostAsync(Http, "token", new() { ["grant_type"] = "client_credentials" }))["access_token"]!; // The request is valid.

        using var response = await UserInfoAsync(token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("openid", "sub")]
    [InlineData("openid email", "email email_verified sub")]
    [InlineData("openid profile", "birthdate family_name given_name locale name sub")]
    [Spec("OpenID Connect Core", "5.4")]
    public async Task A_scope_brings_its_own_claims(string scope, string claims) =>
        Assert.Equal(claims, await ClaimsAsync(Client, scope));

    [Fact]
    public async Task A_claim_the_citizen_left_out_is_not_there()
    {
        var consent = new ConsentTerms { Claims = new Dictionary<string, ConsentTerm> { ["name"] = new(true, "to greet you"), ["email"] = new(false, "to write to you") } };
        var client = await RegisterAsync(Client.Registration with { ClientId = "choosy", Consent = consent }, consented: false);
        await Provider.Get<ConsentStore>().GiveAsync(Alice, "choosy", new ConsentDecision(["openid", "profile", "email"], ["name"], ["email"]), TestContext.Current.CancellationToken);

        Assert.Equal("family_name given_name name sub", await ClaimsAsync(client, "openid profile email"));
    }

    [Fact]
    [Spec("OpenID Connect Core", "8.1")]
    public async Task A_pairwise_subject_is_stable_the_same_within_a_sector_and_another_elsewhere()
    {
        var sibling = await RegisterAsync(Client.Registration with { ClientId = "sibling" });
        var elsewhere = await RegisterAsync(Client.Registration with { ClientId = "elsewhere", RedirectUris = ["https://elsewhere.example/callback"] });
        var named = await RegisterAsync(Client.Registration with { ClientId = "named", RedirectUris = ["https://named.example/callback"], SectorIdentifier = "appointments.example" });

        var subject = await SubjectAsync(Client);

        Assert.Equal(subject, await SubjectAsync(Client));
        Assert.Equal(subject, await SubjectAsync(sibling));
        Assert.Equal(subject, await SubjectAsync(named));
        Assert.NotEqual(subject, await SubjectAsync(elsewhere));
    }

    [Fact]
    [Spec("OpenID Connect Core", "8")]
    public async Task A_public_subject_is_the_same_everywhere_and_no_pairwise_one()
    {
        var first = await RegisterAsync(Client.Registration with { ClientId = "first", SubjectType = "public" });
        var second = await RegisterAsync(Client.Registration with { ClientId = "second", SubjectType = "public", RedirectUris = ["https://second.example/callback"] });

        Assert.Equal(await SubjectAsync(first), await SubjectAsync(second));
        Assert.NotEqual(await SubjectAsync(first), await SubjectAsync(Client));
        Assert.DoesNotContain(Alice.ToString("N"), await SubjectAsync(first), StringComparison.OrdinalIgnoreCase);
    }

    private async Task RefusedAsync(string token)
    {
        using var response = await UserInfoAsync(token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var challenge = response.Headers.WwwAuthenticate.ToString();
        Assert.StartsWith("Bearer ", challenge, StringComparison.Ordinal);
        Assert.Contains("error=\"invalid_token\"", challenge, StringComparison.Ordinal);
        Assert.DoesNotContain("error_uri", challenge, StringComparison.Ordinal);
    }

    private async Task<string> ClaimsAsync(TestClient client, string scope)
    {
        var tokens = await TokensAsync(client, ("scope", scope));
        using var response = await UserInfoAsync(tokens["access_token"]!); // The exchange is valid.
        return string.Join(' ', JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateObject()
            .Select(claim => claim.Name).Order(StringComparer.Ordinal));
    }

    private async Task<string> SubjectAsync(TestClient client)
    {
        var tokens = await TokensAsync(client);
        var subject = tokens.Payload("id_token").GetProperty("sub").GetString()!; // Every ID token has one.
        Assert.Equal(subject, tokens.Payload("access_token").GetProperty("sub").GetString());
        return subject;
    }
}
