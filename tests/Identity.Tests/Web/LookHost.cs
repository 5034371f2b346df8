using Identity.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Identity.Tests.Web;

/// <summary>The look alone over HTTP: the real pipeline and pages, and endpoints a test adds.</summary>
internal sealed class LookHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LookHost(WebApplication app) => _app = app;

    public static async Task<LookHost> StartAsync(
        Action<WebApplication>? map = null, Action<WebApplicationBuilder>? build = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(Look).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddLook(builder.Configuration);
        build?.Invoke(builder);
        var app = builder.Build();
        app.UseLook();
        app.MapRazorPages();
        map?.Invoke(app);
        await app.StartAsync();
        return new LookHost(app);
    }

    /// <summary>A browser: it asks for a page, over HTTPS, and follows nothing by itself.</summary>
    public HttpClient Browser(string host = "identity.example")
    {
        var client = _app.GetTestClient();
        client.BaseAddress = new Uri($"https://{host}");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await Browser().GetAsync(path);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
