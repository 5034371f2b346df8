using System.Net;
using Identity.Domain.Partners;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Testing;

namespace Identity.Tests.Protocol;

/// <summary>A provider with one client, and Alice, who is signed in and has agreed to share.</summary>
public abstract class ProtocolScene(StorageProvider storage) : IAsyncLifetime
{
    private static readonly string[] Tables = ["grants", "journeys", "pushed_requests", "used_assertions", "sessions", "consents", "audit_entries"];
    private static readonly Dictionary<string, Statement> Counts =
        Tables.ToDictionary(table => table, table => new Statement($"test.{table}", $"SELECT COUNT(*) FROM {table}"));

    public TestProvider Provider { get; private set; } = null!; // Set before each test by InitializeAsync.

    public TestBrowser Browser { get; private set; } = null!; // As above.

    public HttpClient Http { get; private set; } = null!; // As above.

    public TestClient Client { get; } = new(TestClient.Appointments);

    public Guid Alice { get; private set; }

    protected virtual (string, string)[] Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync(storage, Settings);
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

    /// <summary>Registers another application, which Alice has agreed to share with.</summary>
    public async Task<TestClient> RegisterAsync(Client registration, bool consented = true)
    {
        await Provider.RegisterAsync(registration);
        if (consented)
            await Provider.ConsentAsync(Alice, registration);
        return new TestClient(registration);
    }

    /// <summary>Authorizes, and returns the answer at the redirect URI.</summary>
    public Task<Dictionary<string, string>> AuthorizeAsync(params (string, string?)[] changes) => AuthorizeAsync(Client, changes);

    public async Task<Dictionary<string, string>> AuthorizeAsync(TestClient client, params (string, string?)[] changes)
    {
        using var response = await Browser.GetAsync(client.AuthorizeUrl(changes));
        return TestClient.Answer(response);
    }

    /// <summary>Authorizes and exchanges the code.</summary>
    public Task<TokenAnswer> TokensAsync(params (string, string?)[] changes) => TokensAsync(Client, changes);

    public async Task<TokenAnswer> TokensAsync(TestClient client, params (string, string?)[] changes) =>
        await client.ExchangeAsync(Http, (await AuthorizeAsync(client, changes))["code"]);

    public async Task<HttpResponseMessage> UserInfoAsync(string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "userinfo");
        request.Headers.Authorization = new("Bearer", accessToken);
        return await Http.SendAsync(request);
    }

    /// <summary>Signs Alice in on the page that <paramref name="asked"/> leads to, and returns the answer at the redirect URI.</summary>
    public async Task<Dictionary<string, string>> SignInAsync(HttpResponseMessage asked)
    {
        var key = InteractionKey(asked, "sign-in");
        await Provider.AnswerAsync(Browser, key, async (interactions, interaction, context) =>
            await interactions.SignedInAsync(interaction, await Provider.Get<BrowserSession>().SignInAsync(context, Alice, ProofMethod.Password), CancellationToken.None));
        return await ContinueAsync(key);
    }

    /// <summary>Comes back from a page.</summary>
    public async Task<Dictionary<string, string>> ContinueAsync(string key)
    {
        using var response = await Browser.GetAsync($"authorize?interaction={key}");
        return TestClient.Answer(response);
    }

    /// <summary>The key of the interaction whose page a response leads to.</summary>
    public static string InteractionKey(HttpResponseMessage response, string page)
    {
        var location = response.Headers.Location?.OriginalString ?? "";
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith($"/{page}/", location, StringComparison.Ordinal);
        return location.Split('/')[2];
    }

    /// <summary>An API with one scope, named as it is.</summary>
    public static Client Api(string name) => TestClient.Appointments with
    {
        ClientId = $"{name}-api",
        ClientName = name,
        RedirectUris = [],
        PostLogoutRedirectUris = [],
        GrantTypes = ["client_credentials"],
        Resource = new ProtectedResource { Resource = $"https://{name}.example", ResourceName = name, Scopes = new Dictionary<string, string> { [name] = $"See your {name}" } },
    };

    /// <summary>How many rows each table of the protocol holds: equal before and after, nothing has come of a request.</summary>
    public async Task<string> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var (table, count) in Counts)
            rows.Add($"{table}={await Provider.Get<IDatabase>().ReadAsync(read => read.FirstAsync(count, row => row.GetInt64(0)), CancellationToken.None)}");
        return string.Join(' ', rows);
    }
}
