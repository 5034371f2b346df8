using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.FileProviders;

namespace Identity.Demo.Hosting;

/// <summary>What the partners' hosts have in common: one loopback port, quiet logs, the demo's clock, no state on disk.</summary>
internal static class LoopbackHost
{
    public static WebApplicationBuilder CreateBuilder(Uri address, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LoopbackHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.ListenLocalhost(address.Port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(clock);
        // A restart of the demo ends the partners' own sessions, never the provider's.
        builder.Services.AddDataProtection().AddKeyManagementOptions(keys => keys.XmlRepository = new MemoryKeys());
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return builder;
    }

    /// <summary>Serves the files embedded under these folders of this project at <c>/assets</c>.</summary>
    public static void UseAssets(this WebApplication app, params string[] folders)
    {
        var assembly = typeof(LoopbackHost).Assembly;
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new CompositeFileProvider(folders.Select(folder => new EmbeddedFileProvider(assembly, $"Identity.Demo.{folder}"))),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "public, max-age=600",
        });
    }
}
