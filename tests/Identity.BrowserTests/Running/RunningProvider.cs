using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Accounts;
using Identity.Domain.Consent;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Partners;
using Identity.Domain.Sessions;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Web.Hosting;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>
/// The provider alone, on a free port, with what its pages need to be seen: two applications, one of them paused, and
/// accounts, one of them held. Every test uses it at once, so each makes what it changes for itself.
/// </summary>
/// <param name="theme">What it looks like.</param>
/// <param name="secure">Whether it is at an https address of its own rather than at localhost.</param>
/// <param name="staffed">Whether it has a support console, into which any passkey lets staff.</param>
/// <param name="host">Where it is when it is not secure: cookies go by the host, whatever the port.</param>
public abstract partial class RunningProvider(string theme, bool secure = false, bool staffed = false, string host = "localhost") : IAsyncLifetime
{
    public const string Password = TestProvider.Password;
    public const string PageHeader = "x-page";
    public const string Held = "harry@example.test";

    private readonly string secretFile = Path.GetTempFileName();
    private TestDatabase? storage;
    private TestStaff? staff;
    private WebApplication? app;

    public string Theme { get; } = theme;

    public Uri Address { get; } = new($"{(secure ? "https://id.test" : $"http://{host}")}:{RunningDemo.FreePorts(1)[0]}/");

    /// <summary>Where the support console is, of a provider that has one.</summary>
    public Uri Support { get; } = new($"http://localhost:{RunningDemo.FreePorts(1)[0]}/");

    public static TestClient Client { get; } = new(TestClient.Appointments with
    {
        OrganizationName = "Riverside Clinics",
        Consent = new ConsentTerms
        {
            Purpose = "To know whom an appointment is for.",
            Claims = new Dictionary<string, ConsentTerm>
            {
                ["name"] = new(true, "To know who comes."),
                ["birthdate"] = new(true, "To find your record."),
                ["email"] = new(false, "To remind you."),
            },
        },
    });

    /// <summary>On a device without a browser.</summary>
    public static TestClient Watch { get; } = new(Client.Registration with
    {
        ClientId = "watch",
        ClientName = "Pulse Watch",
        ApplicationType = "native",
        RedirectUris = [],
        PostLogoutRedirectUris = [],
        GrantTypes = [ClientValidator.DeviceCode, "refresh_token"],
        TokenEndpointAuthMethod = "none",
        ClientSecretSha256 = [],
    });

    public static TestClient Paused { get; } = new(TestClient.Appointments with { ClientId = "paused", ClientName = "Old library", Paused = true });

    /// <summary>At which other provider people may sign in, and prove who they are: at this one itself, when there is no other.</summary>
    protected virtual Uri Elsewhere => Address;

    /// <summary>Whose people may sign in here, and prove who they are.</summary>
    protected virtual Uri Below => Address;

    /// <summary>What else it is set to.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>What else it is made of.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(secretFile, TestClient.Secret);
        storage = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var builder = IdentityHost.CreateBuilder(secure ? [] : [$"--urls={Address.AbsoluteUri}"], "Development");
        if (secure)
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Address.Port, listen => listen.UseHttps(TestCertificate.Value)));
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration.AddInMemoryCollection(storage.Settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Protocol:Issuer"] = Address.AbsoluteUri,
            ["Themes:Name"] = Theme,
            ["Limits:PerNetwork"] = "1000000",
            ["Limits:FreeAttempts"] = "2",
            ["Verifiers:Offered"] = $"simulated in-person letter {OtherProvider.Name}",
            ["Verifiers:SignIn"] = OtherProvider.Name,
            ["Support:Port"] = staffed ? $"{Support.Port}" : "0",
            ["Support:DangerAnyPasskey"] = $"{staffed}",
        });
        builder.Configuration.AddInMemoryCollection(OtherProvider.Settings(Elsewhere, secretFile));
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<NamePage>());
        Configure(builder.Services);
        app = IdentityHost.Build(builder);
        // What no request of a person brings about while all is well.
        app.MapGet("/dead-end/unavailable", () => new ErrorResult(ErrorView.Unavailable(TimeSpan.FromMinutes(5))));
        app.MapGet("/dead-end/unexpected", () => new ErrorResult(ErrorView.Unexpected));
        await app.StartAsync();
        await Get<ClientStore>().SaveAsync(Client.Registration, "test", CancellationToken.None);
        await Get<ClientStore>().SaveAsync(OtherProvider.ClientOf(Below), "test", CancellationToken.None);
        await Get<ClientStore>().SaveAsync(Watch.Registration, "test", CancellationToken.None);
        await Get<ClientStore>().SaveAsync(Paused.Registration, "test", CancellationToken.None);
        var held = await CreateAccountAsync(Held);
        await Get<AccountHolds>().HoldAsync(held, HoldReason.Safety, "operator:test", CancellationToken.None);
    }

    /// <summary>Puts a proof of who its owner is on an account's record.</summary>
    public Task ProveAsync(Guid account) => TestEvidence.ProveAsync((app ?? throw new InvalidOperationException("The provider is not running.")).Services, account);

    /// <summary>Gives accounts more ways in.</summary>
    public TestCredentials Credentials => new((app ?? throw new InvalidOperationException("The provider is not running.")).Services);

    /// <summary>Every page of citizens there is, by the name that Razor Pages give it. Those of staff stand on another surface.</summary>
    public IReadOnlyList<string> Pages => [.. Get<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: null } page ? page.ViewEnginePath : null)
        .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every page of the console there is, where there is a console.</summary>
    public IReadOnlyList<string> ConsolePages => [.. Get<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: "Support" } page ? page.ViewEnginePath : null)
        .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every page of the portal there is.</summary>
    public IReadOnlyList<string> PortalPages => [.. Get<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: "Partners" } page ? page.ViewEnginePath : null)
        .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Employs support staff, of a provider that has a console.</summary>
    public TestStaff Staff => staff ??= new((app ?? throw new InvalidOperationException("The provider is not running.")).Services, Support.GetLeftPart(UriPartial.Authority));

    public async Task<KnownAccount> CreateAccountAsync(string email)
    {
        var created = (CreateOutcome.Created)await Get<AccountStore>().CreateAsync(new NewAccount(EmailAddress.Parse(email))
        {
            Name = PersonName.Read("Alice", "Archer") is PersonNameReading.Read name ? name.Name : null,
            BirthDate = BirthDate.FromStored("1984-02-29"),
        }, Password, CancellationToken.None);
        return await Get<AccountStore>().FindAsync(created.AccountId, CancellationToken.None) ?? throw new InvalidOperationException("It was created.");
    }

    /// <returns>The key that the cookie of a session holds.</returns>
    public async Task<string> StartSessionAsync(Guid account, ProofMethod? by = null) =>
        (await Get<SessionStore>().StartAsync(account, by ?? ProofMethod.Password, null, CancellationToken.None)).Key;

    /// <summary>A session of a browser that says what it is.</summary>
    public Task<StartedSession> StartSessionAsync(Guid account, string device) => Get<SessionStore>().StartAsync(
        account, Proofs.Of(new Proof(ProofMethod.Password, Get<TimeProvider>().GetUtcNow())), null, device, CancellationToken.None);

    public Task ConsentAsync(Guid account) => Get<ConsentStore>().GiveAsync(account, Client.Registration.ClientId, new ConsentDecision(
        Client.Registration.Scopes,
        [.. ConsentRequest.For(Client.Registration, Client.Registration.Scopes, Get<ClientDirectory>().Current).Items.Select(ask => ask.Item.Name)],
        []), CancellationToken.None);

    public async Task<string> MailAsync(string email, string subject = "") =>
        (await ArrivedAsync(message => message.Destination == email && message.Subject.Contains(subject, StringComparison.Ordinal))).Body;

    /// <summary>The last letter to an address with these words in it.</summary>
    public async Task<string> PostAsync(string address) =>
        (await ArrivedAsync(message => message.Channel is MessageChannel.Letter && message.Destination.Contains(address, StringComparison.Ordinal))).Body;

    /// <summary>The code that was sent to an address.</summary>
    public async Task<string> CodeAsync(string email) => Regex.Match(await MailAsync(email), @"\b\d{6}\b").Value;

    /// <summary>The code in the last text to any number.</summary>
    public async Task<string> TextedAsync() => TextedCode().Match((await ArrivedAsync(message => message.Channel is MessageChannel.Text && TextedCode().IsMatch(message.Body))).Body).Value;

    private async Task<MailboxMessage> ArrivedAsync(Func<MailboxMessage, bool> isIt)
    {
        for (var look = 0; look < 500; look++)
        {
            if ((await Get<Mailbox>().ListAsync(TestContext.Current.CancellationToken)).FirstOrDefault(isIt) is { } message)
                return message;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("It has not come.");
    }

    [GeneratedRegex(@"^\d{6}\b")]
    private static partial Regex TextedCode();

    public async Task<Guid> FindAsync(string email) =>
        (await Get<AccountStore>().FindByEmailAsync(EmailAddress.Parse(email), CancellationToken.None) ?? throw new ArgumentException(email)).Id;

    /// <summary>The languages that pages can be read in.</summary>
    public IReadOnlyList<string> Locales =>
        [.. (Get<IOptions<RequestLocalizationOptions>>().Value.SupportedUICultures ?? []).Select(culture => culture.Name)];

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (storage is not null)
            await storage.DisposeAsync();
        File.Delete(secretFile);
    }

    public T Get<T>() where T : notnull =>
        (app ?? throw new InvalidOperationException("The provider is not running.")).Services.GetRequiredService<T>();

    /// <summary>Tells the tests, and only them, which page an address has led to.</summary>
    private sealed class NamePage : IResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context is { Result: PageResult, ActionDescriptor: PageActionDescriptor page })
                context.HttpContext.Response.Headers[PageHeader] = page.ViewEnginePath;
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
