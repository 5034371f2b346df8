using Identity.Domain.Partners;
using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol.DeviceAuthorization;

/// <summary>A watch without a browser, which Alice has let have what it asks for before.</summary>
public abstract class DeviceTest(StorageProvider storage) : ProtocolTest(storage)
{
    protected const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>RFC 8628 §5.6: a public client.</summary>
    public static Client Registration { get; } = TestClient.Appointments with
    {
        ClientId = "watch",
        ClientName = "Pulse Watch",
        OrganizationName = "Pulse Ltd",
        ApplicationType = "native",
        RedirectUris = [],
        PostLogoutRedirectUris = [],
        GrantTypes = [GrantType, "refresh_token"],
        ResponseTypes = [],
        TokenEndpointAuthMethod = "none",
        ClientSecretSha256 = [],
    };

    protected TestClient Watch { get; } = new(Registration);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisterAsync(Registration);
    }

    /// <summary>A valid device authorization request, changed by <paramref name="changes"/>.</summary>
    protected Task<TokenAnswer> AskAsync(params (string Name, string? Value)[] changes) => AskAsync(Watch, changes);

    protected Task<TokenAnswer> AskAsync(TestClient client, params (string Name, string? Value)[] changes) =>
        client.PostAsync(Http, "device_authorization", new() { ["scope"] = "openid profile offline_access" }, changes);

    /// <summary>The device asks whether somebody has answered.</summary>
    protected Task<TokenAnswer> PollAsync(TokenAnswer asked, params (string Name, string? Value)[] changes) => PollAsync(Watch, asked["device_code"]!, changes); // The request was valid.

    protected Task<TokenAnswer> PollAsync(TestClient client, string deviceCode, params (string Name, string? Value)[] changes) =>
        client.PostAsync(Http, "token", new() { ["grant_type"] = GrantType, ["device_code"] = deviceCode }, changes);

    /// <summary>Alice types the code.</summary>
    protected async Task<Page> EnterAsync(string? typed, TestBrowser? browser = null) =>
        await (browser ?? Browser).SubmitAsync(await (browser ?? Browser).OpenAsync("device"), ("UserCode", typed ?? ""));

    /// <summary>Alice types the code and answers.</summary>
    protected async Task<Page> AnswerAsync(TokenAnswer asked, string decision = "yes") =>
        await Browser.SubmitAsync(await EnterAsync(asked["user_code"]), ("Decision", decision));

    protected void Wait(int seconds) => Provider.Clock.Advance(TimeSpan.FromSeconds(seconds));
}
