using System.Net;
using System.Net.Sockets;

namespace Identity.Domain.Limits;

/// <summary>What one subscriber or organisation usually holds: a /24 of IPv4 or a /56 of IPv6.</summary>
public sealed record Network
{
    private const int BitsOfV4 = 24;
    private const int BitsOfV6 = 56;

    private Network(IPNetwork prefix, bool isLoopback) => (Prefix, IsLoopback) = (prefix, isLoopback);

    /// <summary>The addresses it holds.</summary>
    public IPNetwork Prefix { get; }

    /// <summary>Whether the request came from this machine.</summary>
    public bool IsLoopback { get; }

    /// <summary>The network of an address; null, as of a test server or a Unix socket, is a network of its own.</summary>
    public static Network Of(IPAddress? address)
    {
        var plain = address switch
        {
            null => IPAddress.None,
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
            _ => address,
        };
        var bits = plain.AddressFamily is AddressFamily.InterNetworkV6 ? BitsOfV6 : BitsOfV4;
        return new(new IPNetwork(Mask(plain, bits), bits), IPAddress.IsLoopback(plain));
    }

    /// <inheritdoc/>
    public override string ToString() => Prefix.ToString();

    private static IPAddress Mask(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return new(bytes);
    }
}
