using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.Outgoing;

/// <summary>
/// Connections to addresses that applications have registered: no redirect is followed, no cookie kept, no proxy asked, and the
/// address that is looked up is the one that is connected to, so that no answer of a name server gets between.
/// </summary>
internal static class PartnerConnections
{
    private const int LongestHeaders = 16; // In KiB.

    private const int LongestDrain = 16 * 1024;

    public static SocketsHttpHandler Create(ReachableAddresses reachable, IOptions<OutgoingOptions> options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = options.Value.Timeout,
        // A name that has moved is looked up again.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = LongestHeaders,
        MaxResponseDrainSize = LongestDrain,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(reachable, context.DnsEndPoint, cancellationToken),
        SslOptions = TrustedAuthorities.Read(options.Value.CertificateAuthorities) is { } trusted
            ? new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, sent, errors) => trusted.Accept(shown, sent, errors) }
            : new SslClientAuthenticationOptions(),
    };

    private static async ValueTask<Stream> ConnectAsync(ReachableAddresses reachable, DnsEndPoint place, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(place.Host, cancellationToken)).Where(reachable.Contains).ToArray();
        if (addresses.Length == 0)
            throw new UnreachableAddressException(place.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
