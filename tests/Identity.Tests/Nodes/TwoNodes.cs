using Identity.Domain.Storage;
using Identity.Testing;

namespace Identity.Tests.Nodes;

/// <summary>Two nodes over one PostgreSQL, with one application and Alice's account; nothing is shared but the database.</summary>
public abstract class TwoNodes : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestProvider One { get; private set; } = null!; // Set before each test by InitializeAsync.

    protected TestProvider Other { get; private set; } = null!; // As above.

    protected HttpClient HttpOne { get; private set; } = null!; // As above.

    protected HttpClient HttpOther { get; private set; } = null!; // As above.

    /// <summary>A browser whose requests go to the nodes in turn.</summary>
    protected TestBrowser Browser { get; private set; } = null!; // As above.

    /// <summary>A client's back channel whose requests go to the nodes in turn.</summary>
    protected HttpClient Http { get; private set; } = null!; // As above.

    protected TestClient Client { get; } = new(TestClient.Appointments);

    protected Guid Alice { get; private set; }

    protected virtual (string, string)[] Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        One = await TestProvider.StartAsync(StorageProvider.Postgres, Settings);
        Other = await One.AnotherAsync(settings: Settings);
        (HttpOne, HttpOther) = (One.Backchannel(), Other.Backchannel());
        Browser = new TestBrowser(new Alternating(One.Handler(), Other.Handler()));
        Http = new HttpClient(new Alternating(One.Handler(), Other.Handler())) { BaseAddress = TestProvider.Issuer };
        await RegisterAsync(Client.Registration);
        Alice = await One.CreateAccountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser?.Dispose();
        foreach (var http in new[] { Http, HttpOne, HttpOther })
            http?.Dispose();
        if (Other is not null)
            await Other.DisposeAsync();
        if (One is not null)
            await One.DisposeAsync();
    }

    /// <summary>Registers at one node and waits until the other knows.</summary>
    protected async Task<TestClient> RegisterAsync(Identity.Domain.Partners.Client registration)
    {
        await One.RegisterAsync(registration);
        await Other.Get<Identity.Domain.Partners.ClientDirectory>().RefreshAsync(Cancellation);
        return new TestClient(registration);
    }

    /// <summary>Signs Alice in, agrees, and comes back with a code.</summary>
    protected async Task<string> CodeAsync(string scope = "openid profile email offline_access")
    {
        var page = await Browser.OpenAsync(Client.AuthorizeUrl(("scope", scope)));
        if (page.Path.StartsWith("/sign-in/", StringComparison.Ordinal))
            page = await Browser.SubmitAsync(await Browser.SubmitAsync(page, ("Email", "alice@example.test")), ("Password", TestProvider.Password));
        if (page.Path.StartsWith("/share/", StringComparison.Ordinal))
            page = await Browser.SubmitAsync(page, ("Decision", "agree"));
        return System.Web.HttpUtility.ParseQueryString(page.Address.Query)["code"] ?? throw new InvalidOperationException($"It ended at {page.Address}: {page.Words}");
    }

    protected async Task<TokenAnswer> TokensAsync() => await Client.ExchangeAsync(Http, await CodeAsync());

    /// <summary>Moves the clock that both nodes share by two seconds, then waits until a node has looked.</summary>
    protected async Task TwoSecondsAsync(Func<bool> seen)
    {
        for (var second = 0; second < 2; second++)
        {
            One.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }

        for (var tries = 0; tries < 500 && !seen(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        Assert.True(seen());
    }
}
