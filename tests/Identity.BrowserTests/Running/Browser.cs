using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Identity.BrowserTests.Running.Browser))]

namespace Identity.BrowserTests.Running;

/// <summary>One Chromium for the whole run; each test opens a context of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(20_000);
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("IDENTITY_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--headless=new", "--disable-gpu", "--host-resolver-rules=MAP *.test 127.0.0.1",
                $"--ignore-certificate-errors-spki-list={TestCertificate.SpkiHash}"],
        });
    }

    /// <summary>A new person at a new browser: no cookie, no history.</summary>
    /// <param name="screen">What they look through.</param>
    /// <param name="language">The language the browser wishes for.</param>
    internal async Task<Visitor> OpenAsync(Screen screen, string language = "en-GB")
    {
        if (chromium is null) throw new InvalidOperationException("The browser is not running.");
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = screen.Script,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = 900 },
            Locale = language,
        });
        return new Visitor(screen, context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
