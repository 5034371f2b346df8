using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Protocol;

/// <summary>A provider with one client, and Alice, who is signed in and has agreed to share.</summary>
public abstract class ProtocolTest(StorageProvider storage = StorageProvider.Sqlite) : IAsyncLifetime
{
    protected TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestBrowser Browser { get; private set; } = null!; // As above.

    protected HttpClient Http { get; private set; } = null!; // As above.

    protected TestClient Client { get; } = new(TestClient.Appointments);

    protected Guid Alice { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(storage);
        Browser = Provider.Browser();
        Http = Provider.Backchannel();
        await Provider.RegisterAsync(Client.Registration);
        Alice = await Provider.CreateAccountAsync();
        await Provider.SignInAsync(Browser, Alice);
        await Provider.ConsentAsync(Alice, Client.Registration);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        Http.Dispose();
        await Provider.DisposeAsync();
    }

    /// <summary>Authorizes, and returns the answer at the redirect URI.</summary>
    protected async Task<Dictionary<string, string>> AuthorizeAsync(params (string, string?)[] changes)
    {
        using var response = await Browser.GetAsync(Client.AuthorizeUrl(changes));
        return TestClient.Answer(response);
    }

    /// <summary>Authorizes and exchanges the code.</summary>
    protected async Task<TokenAnswer> TokensAsync(params (string, string?)[] changes) =>
        await Client.ExchangeAsync(Http, (await AuthorizeAsync(changes))["code"]);

    protected async Task<HttpResponseMessage> UserInfoAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        request.Headers.Authorization = new("Bearer", accessToken);
        return await Http.SendAsync(request);
    }
}
