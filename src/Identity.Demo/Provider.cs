using Identity.Demo.Hosting;

namespace Identity.Demo;

/// <summary>The provider under its demo settings: the demo's clients, two citizens, a database in the data folder.</summary>
internal static class Provider
{
    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        _ = ClientRegistrations.Prepare(options);
        var app = LoopbackHost.CreateBuilder(options.Provider, clock).Build();
        app.MapFallback(() => Results.Text("The provider is not part of this build yet.", statusCode: StatusCodes.Status503ServiceUnavailable));
        return app;
    }
}
