using System.Net;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal sealed class HostingOptionsValidator : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(HostingOptions options)
    {
        foreach (var proxy in options.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
            yield return $"Hosting:Proxies holds '{proxy}'. Write a proxy's own address, such as 10.0.0.2, or its network, such as 10.0.0.0/24.";
        foreach (var proxy in options.Proxies.Where(proxy => IPNetwork.TryParse(proxy, out var network) && network.PrefixLength == 0))
            yield return $"Hosting:Proxies holds '{proxy}', which is everybody. Name the proxies alone.";
        if (options.Drain < TimeSpan.Zero || options.Drain > TimeSpan.FromMinutes(5))
            yield return $"Hosting:Drain is {options.Drain}. Write a time up to five minutes.";
    }
}
