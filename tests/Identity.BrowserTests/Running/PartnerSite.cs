using System.Collections.Concurrent;
using Identity.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Identity.BrowserTests.Running;

/// <summary>The site of an application on this machine, which notes what browsers ask of it.</summary>
internal sealed class PartnerSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private PartnerSite(WebApplication app) => this.app = app;

    public static Uri Free => new($"http://localhost:{RunningDemo.FreePorts(1)[0]}/");

    /// <summary>What was asked for, in order: path and query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>An application there that asks for what the usual one does.</summary>
    public static TestClient ClientOf(Uri address) => new(RunningProvider.Client.Registration with
    {
        RedirectUris = [new Uri(address, "callback").AbsoluteUri],
        PostLogoutRedirectUris = [new Uri(address, "signed-out").AbsoluteUri],
        FrontchannelLogoutUri = new Uri(address, "frame").AbsoluteUri,
    });

    /// <param name="address">Where it is.</param>
    /// <param name="pages">What it shows, by path; everything else is a heading.</param>
    public static async Task<PartnerSite> StartAsync(Uri address, IReadOnlyDictionary<string, string>? pages = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [$"--urls={address.AbsoluteUri}"] });
        builder.Logging.ClearProviders();
        var site = new PartnerSite(builder.Build());
        site.app.Run(context =>
        {
            site.Asked.Enqueue(context.Request.GetEncodedPathAndQuery());
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(pages?.GetValueOrDefault(context.Request.Path.Value ?? "") ?? "<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><h1>Appointments</h1>");
        });
        await site.app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
