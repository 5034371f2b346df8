using System.Globalization;
using Identity.Demo.Hosting;
using Identity.Web.Hosting;
using Microsoft.Extensions.Configuration.Memory;

namespace Identity.Demo;

/// <summary>
/// The provider as its own program starts it, in Development, with the demo's clients and citizens and a database in
/// the data folder. Its settings can be given to the demo as to the provider itself, such as <c>Storage__Provider=Postgres</c>.
/// </summary>
internal static class Provider
{
    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        Directory.CreateDirectory(options.Data);
        var builder = IdentityHost.CreateBuilder([.. options.Arguments], Environments.Development);
        // Above the provider's defaults and below everything that somebody sets.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(1, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Protocol:Issuer"] = options.Provider.Origin(),
                ["Storage:Path"] = Path.Combine(options.Data, "identity.db"),
                ["Storage:MigrateAtStart"] = bool.TrueString,
                ["Outgoing:PrivateNetworks:0"] = "127.0.0.0/8",
                ["Outgoing:PrivateNetworks:1"] = "::1/128",
                ["Registration:Offered"] = bool.TrueString,
                ["Registration:DangerOpenOnLoopback"] = bool.TrueString,
                ["Support:Port"] = options.Ports.Support.ToString(CultureInfo.InvariantCulture),
                ["Support:DangerAnyPasskey"] = bool.TrueString,
                ["Verifiers:Offered"] = "simulated in-person letter",
            },
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(options.Ports.Provider);
            kestrel.ListenLocalhost(options.Ports.Support);
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(options);
        return builder.Build(services => services.AddHostedService<FirstData>().AddHostedService<FirstStaff>());
    }
}
