using Identity.Testing;
using Identity.Web.Management;

namespace Identity.Tests.Web.Telemetry;

internal static class Scrape
{
    /// <summary>What Prometheus gets from the management port.</summary>
    public static async Task<string> OfAsync(TestProvider provider)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(provider.Get<ManagementServer>().Address!, "metrics")); // It has started.
    }
}
