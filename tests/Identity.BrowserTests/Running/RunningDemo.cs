using System.Net;
using System.Net.Sockets;
using Identity.Demo;
using Xunit;

namespace Identity.BrowserTests.Running;

/// <summary>The whole demo on free ports, with a database of its own in a temporary folder.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("identity-demo-");
    private DemoHosts? hosts;

    public DemoOptions Options { get; private set; } = DemoOptions.Read([]);

    public async ValueTask InitializeAsync()
    {
        var ports = FreePorts(4);
        Options = Options with
        {
            Data = data.FullName,
            Ports = new DemoPorts { Provider = ports[0], Appointments = ports[1], HealthRecord = ports[2], RecordsApi = ports[3] },
        };
        hosts = await DemoHosts.StartAsync(Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (hosts is not null) await hosts.DisposeAsync();
        data.Delete(recursive: true);
    }

    internal static int[] FreePorts(int count)
    {
        // Held together, so that they differ.
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
