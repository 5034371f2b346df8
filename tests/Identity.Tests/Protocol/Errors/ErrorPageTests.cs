using System.Net;
using Identity.Testing;

namespace Identity.Tests.Protocol.Errors;

/// <summary>RFC 6749 §4.1.2.1: where the client or its redirect URI is not known good, the person is told and nobody is redirected.</summary>
[Spec("RFC 6749", "4.1.2.1")]
[Spec("RFC 9700", "4.1.3")]
public sealed class ErrorPageTests(SharedScene scene) : IClassFixture<SharedScene>
{
    [Theory]
    [InlineData("attacker-marker")]
    [InlineData("APPOINTMENTS")]
    [InlineData("appointments ")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_client_that_is_not_known_gets_a_page(string? clientId) => ShowsAPageAsync(("client_id", clientId));

    [Theory]
    [InlineData("https://attacker-marker.example/callback")]
    [InlineData("https://appointments.example/callback/")]
    [InlineData("https://appointments.example/callback/attacker-marker")]
    [InlineData("https://appointments.example/callback/../attacker-marker")]
    [InlineData("https://appointments.example/attacker-marker/../callback")]
    [InlineData("https://appointments.example/%63allback")]
    [InlineData("https://appointments.example/Callback")]
    [InlineData("https://APPOINTMENTS.example/callback")]
    [InlineData("https://appointments.example:443/callback")]
    [InlineData("https://appointments.example:8443/callback")]
    [InlineData("http://appointments.example/callback")]
    [InlineData("https://appointments.example@attacker-marker.example/callback")]
    [InlineData("https://attacker-marker@appointments.example/callback")]
    [InlineData("https://appointments.example.attacker-marker.example/callback")]
    [InlineData("https://appointments.example\\@attacker-marker.example/callback")]
    [InlineData("https://appointments.example/callback?attacker-marker=1")]
    [InlineData("https://appointments.example/callback?")]
    [InlineData("https://appointments.example/callback#attacker-marker")]
    [InlineData("https://appointments.example/callback#")]
    [InlineData("//appointments.example/callback")]
    [InlineData("/callback")]
    [InlineData("javascript:alert('attacker-marker')")]
    [InlineData(" https://appointments.example/callback")]
    [InlineData("https://appointments.example/callback ")]
    [InlineData("https://appointments.example/signed-out")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_redirect_URI_that_is_not_registered_to_the_letter_gets_a_page(string? redirectUri) => ShowsAPageAsync(("redirect_uri", redirectUri));

    [Fact]
    public async Task A_redirect_URI_of_another_client_gets_a_page()
    {
        await scene.RegisterAsync(TestClient.Appointments with { ClientId = "other", RedirectUris = ["https://other.example/callback"] });

        await ShowsAPageAsync(("redirect_uri", "https://other.example/callback"));
    }

    [Theory]
    [InlineData("client_id")]
    [InlineData("redirect_uri")]
    public Task A_second_client_or_redirect_URI_gets_a_page(string name) =>
        ShowsAPageAsync(scene.Client.AuthorizeUrl() + $"&{name}=attacker-marker");

    [Theory]
    [InlineData("client_id", "appointments%0D%0Aattacker-marker")]
    [InlineData("redirect_uri", "https://appointments.example/callback%0D%0ASet-Cookie:attacker-marker")]
    [InlineData("redirect_uri", "https://appointments.example/callback%00")]
    public Task Control_characters_in_where_to_answer_get_a_page(string name, string value) =>
        ShowsAPageAsync(scene.Client.AuthorizeUrl((name, null)) + $"&{name}={value}");

    [Theory]
    [InlineData("error_description", "<script>attacker-marker</script>")]
    [InlineData("login_hint", "\"><img src=attacker-marker>")]
    [InlineData("scope", "<script>attacker-marker</script>")]
    public Task Nothing_of_the_request_is_reflected(string name, string value) => ShowsAPageAsync(("client_id", "nobody"), (name, value));

    private Task ShowsAPageAsync(params (string, string?)[] changes) => ShowsAPageAsync(scene.Client.AuthorizeUrl(changes));

    private async Task ShowsAPageAsync(string url)
    {
        var before = await scene.RowsAsync();

        using var response = await scene.Browser.GetAsync(url);

        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(response.Headers.Location);
        Assert.DoesNotContain("attacker-marker", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await scene.RowsAsync());
    }
}
