using System.Net;
using System.Text.RegularExpressions;
using Identity.Domain.Storage;
using Identity.Testing;
using Identity.Tests.Verifiers.Upstream;

namespace Identity.Tests.Web.Pages.Upstream;

/// <summary>Alice, whom an application sends to sign in, and another provider at which she may: every page without script.</summary>
public abstract class UpstreamPagesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("identity-upstream-");

    protected TestClient Clinic { get; } = new(TestClient.Appointments);

    protected TestProvider Provider { get; private set; } = null!; // Started before each test.

    internal OtherProvider Other { get; private set; } = null!; // As above.

    protected TestBrowser Browser { get; private set; } = null!; // As above.

    protected Guid Alice { get; private set; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Other = await OtherProvider.StartAsync(new Same(this));
        Other.Reset("alice-there");
        var secret = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(secret, OtherProvider.Secret);
        Provider = await TestProvider.StartAsync(StorageProvider.Sqlite, [.. UpstreamHost.Settings(Other.Issuer, secret,
            ("SignIn:TwoFactorAcr", "strong"), ("SignIn:TwoFactorAmr", "mfa")).Where(setting => setting.Key != "Verifiers:Offered"), ("Verifiers:SignIn", "provider")]);
        Browser = Provider.Browser();
        await Provider.RegisterAsync(TestClient.Appointments);
        Alice = await Provider.CreateAccountAsync();
        await Provider.ConsentAsync(Alice, TestClient.Appointments);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Browser.Dispose();
        await Provider.DisposeAsync();
        await Other.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The page that tells what the other provider learns, for whoever comes from an application.</summary>
    protected async Task<Page> ElsewhereAsync(TestBrowser? browser = null, params (string Name, string? Value)[] changes) =>
        await (browser ?? Browser).OpenAsync((await (browser ?? Browser).OpenAsync(Clinic.AuthorizeUrl(changes))).Path + "/at/provider");

    /// <summary>Where a page leads to.</summary>
    internal Uri Address(Page page) => new(WebUtility.HtmlDecode(Regex.Match(page.Html, $"href=\"({Regex.Escape(Other.Issuer)}/authorize[^\"]*)\"").Groups[1].Value));

    /// <summary>What a browser that went there comes back to.</summary>
    protected string Callback(Page page, Action<Dictionary<string, string>>? change = null)
    {
        var address = Address(page);
        var brought = Other.Agree(address);
        brought["state"] = System.Web.HttpUtility.ParseQueryString(address.Query)["state"]!; // Every request has one.
        change?.Invoke(brought);
        return "sign-in/callback/provider?" + string.Join('&', brought.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    /// <summary>Alice adds the other provider to her account, in a browser of her own.</summary>
    protected async Task LinkAsync()
    {
        using var home = Provider.Browser();
        await Provider.SignInAsync(home, Alice);
        var added = await home.OpenAsync(Callback(await home.OpenAsync("account/sign-in/at/provider")));
        Assert.Contains("It is connected.", added.Words, StringComparison.Ordinal);
    }

    private sealed class Same(UpstreamPagesTests test) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => test.Provider.Clock.GetUtcNow();
    }
}
