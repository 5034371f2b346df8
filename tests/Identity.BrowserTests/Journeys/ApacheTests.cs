using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Identity.BrowserTests.Running;
using Identity.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Identity.BrowserTests.Journeys;

/// <summary>A council that put its pages behind Debian's Apache and wrote nothing itself.</summary>
public sealed class ApacheTests(Browser browser, OpenProvider provider) : IClassFixture<OpenProvider>
{
    private const string Application = "Council";
    private const string Inside = "Council account of Alice Archer";

    [Fact]
    [Spec("OpenID Connect Core", "3.1")]
    [Spec("OpenID Connect Back-Channel Logout 1.0", "2.5")]
    public async Task Who_signs_out_at_the_provider_is_signed_out_of_apache()
    {
        await using var apache = await StartAsync("out there");
        await using var visitor = await browser.OpenAsync(Screen.Wide);
        await EnterAsync(visitor, apache, "out there");
        await Assertions.Expect(visitor.Page.Locator("#user")).ToHaveTextAsync(new Regex("^[A-Za-z0-9_-]{20,}$"));
        // Its own session lasts: nobody is sent anywhere.
        await visitor.Page.ReloadAsync();
        await visitor.SeeAsync(Inside);

        await visitor.GoAsync(provider.Address);
        await visitor.ClickLinkAsync("Sign out");
        await visitor.SeeAsync("Do you want to sign out?");
        await visitor.ClickButtonAsync("Sign out");
        await visitor.SeeAsync("You are signed out");

        // Told by the back channel, a moment later.
        await visitor.SeeEventuallyAsync($"Sign in to continue to {Application} out there", apache.Address, "protected/page");
    }

    [Fact]
    [Spec("RP-Initiated Logout", "2")]
    public async Task Who_signs_out_at_apache_is_signed_out_at_the_provider()
    {
        await using var apache = await StartAsync("in here");
        await using var visitor = await browser.OpenAsync(Screen.PhoneWithoutScript);
        await EnterAsync(visitor, apache, "in here");

        await visitor.ClickLinkAsync("Leave");
        await visitor.SeeAsync("You have left the council");

        await visitor.GoAsync(apache.Address, "protected/page");
        await visitor.SeeAsync($"Sign in to continue to {Application} in here");
    }

    private async Task EnterAsync(Visitor visitor, Apache apache, string place)
    {
        var email = $"{RandomNumberGenerator.GetHexString(16, lowercase: true)}@example.test";
        await provider.CreateAccountAsync(email);
        await visitor.GoAsync(apache.Address, "protected/page");
        await visitor.SignInAsync($"{Application} {place}", email);
        await visitor.SeeAsync($"Share your details with {Application} {place}");
        await visitor.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Name", Exact = true }).CheckAsync();
        await visitor.ClickButtonAsync("Agree and share");
        await visitor.SeeAsync(Inside);
    }

    /// <summary>Registers it (RFC 7591) and starts it.</summary>
    private async Task<Apache> StartAsync(string place)
    {
        Assert.SkipUnless(Apache.IsInstalled, Apache.Missing);
        var apache = new Apache();
        try
        {
            var (clientId, secret) = await RegisterAsync(apache, place);
            await apache.StartAsync(provider.Address, clientId, secret, TestContext.Current.CancellationToken);
            return apache;
        }
        catch
        {
            await apache.DisposeAsync();
            throw;
        }
    }

    private async Task<(string Id, string Secret)> RegisterAsync(Apache apache, string place)
    {
        using var http = new HttpClient { BaseAddress = provider.Address };
        using var response = await http.PostAsJsonAsync("register", new JsonObject
        {
            ["client_name"] = $"{Application} {place}",
            ["redirect_uris"] = new JsonArray(apache.Callback.AbsoluteUri),
            ["post_logout_redirect_uris"] = new JsonArray(apache.SignedOut.AbsoluteUri),
            ["backchannel_logout_uri"] = apache.BackChannelLogout.AbsoluteUri,
            ["backchannel_logout_session_required"] = true,
        }, TestContext.Current.CancellationToken);
        var client = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return ((string)client!["client_id"]!, (string)client["client_secret"]!); // RFC 7591 §3.2.1 has both.
    }
}
