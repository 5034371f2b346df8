using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;
using Identity.Domain.Partners;
using Identity.Testing;

namespace Identity.Tests.Protocol.Interaction;

/// <summary>An application on somebody's own machine, by a library that others wrote. Alice is signed in and has agreed.</summary>
[Spec("RFC 8252", "6")]
public sealed class NativeLibraryTests : ProtocolTest
{
    private const string Callback = "http://127.0.0.1:7890/callback";

    private static readonly Client Registration = TestClient.Appointments with
    {
        ClientId = "native",
        ApplicationType = "native",
        TokenEndpointAuthMethod = "none",
        ClientSecretSha256 = [],
        GrantTypes = ["authorization_code", "refresh_token"],
        RedirectUris = [Callback],
        PostLogoutRedirectUris = [Callback],
        SectorIdentifier = "native.example",
    };

    [Fact]
    [Spec("RFC 7636", "4")]
    [Spec("RP-Initiated Logout", "2")]
    public async Task Duendes_client_signs_in_renews_reads_user_info_and_signs_out()
    {
        await RegisterAsync(Registration);
        var client = new OidcClient(new OidcClientOptions
        {
            Authority = TestProvider.Issuer.AbsoluteUri,
            ClientId = Registration.ClientId,
            Scope = "openid profile offline_access",
            RedirectUri = Callback,
            PostLogoutRedirectUri = Callback,
            BackchannelHandler = Provider.Handler(),
            Browser = new SystemBrowser(Browser),
            LoadProfile = true,
        });

        var login = await client.LoginAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(login.IsError, $"{login.Error} {login.ErrorDescription}");
        Assert.Contains(login.User.Claims, claim => claim is { Type: "name", Value: "Alice Archer" });

        var renewed = await client.RefreshTokenAsync(login.RefreshToken, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(renewed.IsError, $"{renewed.Error} {renewed.ErrorDescription}");
        Assert.NotEqual(login.RefreshToken, renewed.RefreshToken);
        var info = await client.GetUserInfoAsync(renewed.AccessToken, TestContext.Current.CancellationToken);
        Assert.False(info.IsError, info.Error);

        var logout = await client.LogoutAsync(new LogoutRequest { IdTokenHint = login.IdentityToken }, TestContext.Current.CancellationToken);
        Assert.False(logout.IsError, logout.Error);
        Assert.Equal("login_required", (await AuthorizeAsync(("prompt", "none")))["error"]);
    }

    /// <summary>The browser of the machine, which comes back to the application's port.</summary>
    private sealed class SystemBrowser(TestBrowser browser) : IBrowser
    {
        public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
        {
            var page = await browser.OpenAsync(new Uri(options.StartUrl).PathAndQuery);
            return new BrowserResult { ResultType = BrowserResultType.Success, Response = page.Address.AbsoluteUri };
        }
    }
}
