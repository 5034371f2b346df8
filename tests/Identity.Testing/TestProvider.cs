using System.Net;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Protocol.Interaction;
using Identity.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Identity.Testing;

/// <summary>The whole provider in process, over a database of its own, with a clock that stands still until it is moved.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public static readonly Uri Issuer = new("http://localhost:5000/");

    /// <summary>Of every account that a test creates.</summary>
    public const string Password = "violet-kettle-harbour";

    private readonly WebApplication _app;
    private readonly bool _ownsStorage;

    private TestProvider(WebApplication app, TestDatabase storage, FakeTimeProvider clock, bool ownsStorage)
    {
        _app = app;
        _ownsStorage = ownsStorage;
        Storage = storage;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public TestDatabase Storage { get; }

    public static async Task<TestProvider> StartAsync(StorageProvider provider = StorageProvider.Sqlite, params (string Key, string Value)[] settings)
    {
        var storage = await TestDatabase.CreateAsync(provider);
        return await StartAsync(storage, TestClock.Start(), ownsStorage: true, settings);
    }

    /// <summary>A provider with more beside it, such as what listens to its log.</summary>
    public static async Task<TestProvider> StartAsync(StorageProvider provider, Action<WebApplicationBuilder> configure, params (string Key, string Value)[] settings) =>
        await StartAsync(await TestDatabase.CreateAsync(provider), TestClock.Start(), ownsStorage: true, settings, configure);

    /// <summary>Another node over the same database, with the same clock unless it is given one of its own.</summary>
    public Task<TestProvider> AnotherAsync(FakeTimeProvider? clock = null, params (string Key, string Value)[] settings) =>
        StartAsync(Storage, clock ?? Clock, ownsStorage: false, settings);

    /// <summary>A provider over a database that outlives it.</summary>
    public static Task<TestProvider> StartAsync(TestDatabase storage, params (string Key, string Value)[] settings) =>
        StartAsync(storage, TestClock.Start(), ownsStorage: false, settings);

    private static async Task<TestProvider> StartAsync(TestDatabase storage, FakeTimeProvider clock, bool ownsStorage, (string Key, string Value)[] settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = IdentityHost.CreateBuilder([], "Development");
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Configuration.AddInMemoryCollection(storage.Settings);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        configure?.Invoke(builder);
        var app = builder.Build(configure: null);
        await app.StartAsync();
        return new TestProvider(app, storage, clock, ownsStorage);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>All that the provider is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Gives accounts more ways in.</summary>
    public TestCredentials Credentials => new(_app.Services);

    /// <summary>Employs support staff.</summary>
    public TestStaff Staff() => new(_app.Services, Support.GetLeftPart(UriPartial.Authority));

    /// <summary>The way to this node.</summary>
    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    /// <summary>A browser of its own, with cookies, that follows no redirect by itself.</summary>
    public TestBrowser Browser() => new(_app.GetTestServer().CreateHandler());

    /// <summary>A browser that knows the provider by another address.</summary>
    public TestBrowser Browser(Uri address, Func<HttpMessageHandler, HttpMessageHandler>? through = null) =>
        new(through is null ? _app.GetTestServer().CreateHandler() : through(_app.GetTestServer().CreateHandler()), address);

    /// <summary>The port of the support console, where a test has switched it on.</summary>
    public const int SupportPort = 5010;

    /// <summary>Where that console is.</summary>
    public static readonly Uri Support = new($"http://localhost:{SupportPort}/");

    /// <summary>A browser of support staff, which comes in by their port. A browser of citizens can be sent there with its own cookies.</summary>
    public TestBrowser SupportBrowser(Uri? address = null) =>
        new(_app.GetTestServer().CreateHandler(context => context.Connection.LocalPort = SupportPort), address ?? Support);

    /// <summary>The browser of somebody of the staff who is signed in.</summary>
    public TestBrowser StaffBrowser(TestStaff.Employed staff)
    {
        var browser = SupportBrowser();
        browser.Cookies.Add(Support, new Cookie("support", staff.Key));
        return browser;
    }

    /// <summary>A client's back channel.</summary>
    public HttpClient Backchannel() => new(_app.GetTestServer().CreateHandler()) { BaseAddress = Issuer };

    /// <summary>Sends a request and returns all that the pipeline has left behind with it.</summary>
    public Task<HttpContext> SendAsync(Action<HttpContext> request) => _app.GetTestServer().SendAsync(context =>
    {
        context.Request.Scheme = Issuer.Scheme;
        context.Request.Host = new HostString(Issuer.Authority);
        request(context);
    });

    /// <summary>Does what a page does, in a request of this browser, which keeps the cookies of the answer.</summary>
    public async Task VisitAsync(TestBrowser browser, Func<HttpContext, Task> page, bool https = false)
    {
        var context = new DefaultHttpContext { RequestServices = _app.Services };
        context.Request.Scheme = https ? Uri.UriSchemeHttps : Issuer.Scheme;
        context.Request.Host = new HostString(Issuer.Authority);
        context.Request.Headers.Cookie = browser.Cookies.GetCookieHeader(Issuer);
        await page(context);
        foreach (var cookie in context.Response.Headers.SetCookie)
            browser.Cookies.SetCookies(Issuer, cookie!); // A header has a value.
    }

    /// <summary>Answers an interaction as its page does.</summary>
    public Task AnswerAsync(TestBrowser browser, string key, Func<Interactions, AuthorizationInteraction, HttpContext, Task> answer) =>
        VisitAsync(browser, async context =>
        {
            var interactions = Get<Interactions>();
            var interaction = await interactions.FindAsync(context, key) ?? throw new InvalidOperationException("The interaction is over, or another browser's.");
            await answer(interactions, interaction, context);
        });

    public Task RegisterAsync(Client client) => Get<ClientStore>().SaveAsync(client, "test", CancellationToken.None);

    /// <summary>An account with a name, a birth date and a verified e-mail address.</summary>
    public async Task<Guid> CreateAccountAsync(string email = "alice@example.test", string password = Password)
    {
        var address = EmailAddress.Read(email) is EmailReading.Read read ? read.Address : throw new ArgumentException(email);
        var created = await Get<AccountStore>().CreateAsync(new NewAccount(address)
        {
            Name = PersonName.Read("Alice", "Archer") is PersonNameReading.Read name ? name.Name : null,
            BirthDate = BirthDate.FromStored("1984-02-29"),
        }, password, CancellationToken.None);
        return ((CreateOutcome.Created)created).AccountId;
    }

    /// <summary>An account that knows where its owner lives.</summary>
    public async Task<Guid> CreateAccountAtHomeAsync(string email)
    {
        var address = new PostalAddress { StreetAddress = "1 Seaview Road", Locality = "Bangor", PostalCode = "LL57 1AA", Country = "GB" };
        return ((CreateOutcome.Created)await Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse(email)) { Address = address }, Password, CancellationToken.None)).AccountId;
    }

    /// <summary>An account that has told nothing but its e-mail address.</summary>
    public async Task<Guid> CreateBareAccountAsync(string email)
    {
        var address = EmailAddress.Read(email) is EmailReading.Read read ? read.Address : throw new ArgumentException(email);
        return ((CreateOutcome.Created)await Get<AccountStore>().CreateAsync(new NewAccount(address), Password, CancellationToken.None)).AccountId;
    }

    /// <summary>A session begun without the pages, and the cookie that opens it.</summary>
    /// <param name="browser">Whose cookie it is.</param>
    /// <param name="account">Who signs in.</param>
    /// <param name="by">How; by default with a password alone.</param>
    public async Task SignInAsync(TestBrowser browser, Guid account, params IReadOnlyList<ProofMethod> by)
    {
        var proofs = Proofs.Of((by.Count == 0 ? [ProofMethod.Password] : by).Select(method => new Proof(method, Clock.GetUtcNow())));
        var started = await Get<SessionStore>().StartAsync(account, proofs, null, "", CancellationToken.None);
        browser.Cookies.Add(Issuer, new System.Net.Cookie("session", started.Key));
    }

    /// <summary>Consent to everything the client's registration can ask for.</summary>
    public Task ConsentAsync(Guid account, Client client)
    {
        var asked = ConsentRequest.For(client, client.Scopes, Get<ClientDirectory>().Current);
        return Get<ConsentStore>().GiveAsync(account, client.ClientId,
            new ConsentDecision(client.Scopes, [.. asked.Items.Select(ask => ask.Item.Name).Union(client.Consent.Claims.Keys)], []), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsStorage)
            await Storage.DisposeAsync();
    }
}
