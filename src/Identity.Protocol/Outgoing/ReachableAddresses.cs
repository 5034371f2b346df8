using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.Outgoing;

/// <summary>
/// Which addresses may be called on behalf of an application: those of the public internet, and networks that the operator has
/// named. An application could otherwise make this provider call what only its own machine or network can reach.
/// </summary>
internal sealed class ReachableAddresses(IOptions<OutgoingOptions> options)
{
    // RFC 6890, as the IANA registries of special-purpose addresses have it: what is not globally reachable, and multicast.
    private static readonly IPNetwork[] Special = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(network => IPNetwork.Parse(network))];

    // RFC 4291 §2.4: nothing else of IPv6 is given out to hosts of the internet.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private readonly IPNetwork[] _named = [.. options.Value.PrivateNetworks.Select(network => IPNetwork.Parse(network))];

    /// <returns>Whether somebody there may be called.</returns>
    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _named.Any(network => network.Contains(plain))
            || (!Special.Any(network => network.Contains(plain)) && (plain.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(plain)));
    }
}
