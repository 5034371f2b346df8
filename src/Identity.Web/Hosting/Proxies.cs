using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal static class Proxies
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HostingOptions>().Bind(configuration.GetSection("Hosting")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingOptionsValidator>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostingOptions>>((forwarded, hosting) => Trust(forwarded, hosting.Value.Proxies));
        return services;
    }

    /// <summary>Takes a client's address, scheme and host from the proxies named in the settings, and from nobody else.</summary>
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app) =>
        // With no proxy named the framework would believe everybody.
        app.ApplicationServices.GetRequiredService<IOptions<HostingOptions>>().Value.Proxies.Count == 0 ? app : app.UseForwardedHeaders();

    private static void Trust(ForwardedHeadersOptions forwarded, IEnumerable<string> proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // As many hops as are named: the first that is not is the client.
        forwarded.ForwardLimit = null;
        // What the framework trusts by itself is this machine; a proxy there is named like any other.
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }
}
