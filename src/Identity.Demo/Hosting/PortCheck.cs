using System.Net;
using System.Net.Sockets;

namespace Identity.Demo.Hosting;

/// <summary>Finds taken ports before anything starts, so that all of them are named at once.</summary>
internal static class PortCheck
{
    /// <exception cref="DemoRefusedException">A port is in use; each is named with its setting.</exception>
    public static void Run(DemoPorts ports)
    {
        var taken = ports.All.Where(each => IsTaken(IPAddress.Loopback, each.Port) || IsTaken(IPAddress.IPv6Loopback, each.Port))
            .Select(each => Describe(each.Setting, each.Port)).ToList();
        if (taken.Count > 0) throw new DemoRefusedException(taken);
    }

    public static string Describe(string setting, int port) =>
        $"Port {port} is in use. Stop what uses it, or choose another with --Demo:Ports:{setting}={port + 100}.";

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException problem)
        {
            // A machine without IPv6 has no port to be taken there.
            return problem.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}
