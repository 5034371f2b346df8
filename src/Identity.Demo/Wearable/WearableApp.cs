using Identity.Demo.Hosting;
using Identity.Demo.RelyingParty;

namespace Identity.Demo.Wearable;

/// <summary>
/// A watch without a browser: it shows a code, is connected from another device (RFC 8628), and sends readings to the records
/// API. The page stands for its screen.
/// </summary>
internal static class WearableApp
{
    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        var builder = LoopbackHost.CreateBuilder(options.Wearable, clock);
        builder.Services.AddHttpClient<DeviceClient>(client => (client.BaseAddress, client.Timeout) = (options.Provider, TimeSpan.FromSeconds(10)));
        builder.Services.AddHttpClient<ReadingsClient>(client => (client.BaseAddress, client.Timeout) = (options.RecordsApi, TimeSpan.FromSeconds(10)));
        builder.Services.AddSingleton<Watch>();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Wearable/Pages")
            .ConfigureApplicationPartManager(RelyingPartyHost.UseOnlyThisProject);
        var app = builder.Build();
        app.Use((context, next) => SecurityHeaders.AddAsync(context, next, options.Wearable));
        app.UseAssets("Assets", "Wearable.Assets");
        app.MapRazorPages();
        return app;
    }
}
