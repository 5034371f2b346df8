using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HostingOptions>().Bind(configuration.GetSection("Hosting"))
            .Validate(options => options.Proxies.All(proxy => IPAddress.TryParse(proxy, out _)), "Hosting:Proxies holds what is no IP address. Write each proxy's own address, such as 10.0.0.2.")
            .ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostingOptions>>((forwarded, hosting) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // What the framework trusts by itself is this machine; a proxy there is named like any other.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in hosting.Value.Proxies)
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        return services;
    }

    /// <summary>Takes a client's address and scheme from the proxies named in the settings, and from nobody else.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app) =>
        // With no proxy named the framework would believe everybody.
        app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownProxies.Count == 0 ? app : app.UseForwardedHeaders();
}
