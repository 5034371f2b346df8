using System.Net;
using System.Net.Sockets;
using Identity.Demo;

namespace Identity.BrowserTests.Running;

/// <summary>The whole demo on free ports, with a database of its own in a temporary folder.</summary>
internal sealed class RunningDemo : IAsyncDisposable
{
    private readonly DirectoryInfo data;
    private readonly DemoHosts hosts;

    private RunningDemo(DemoOptions options, DirectoryInfo data, DemoHosts hosts) => (Options, this.data, this.hosts) = (options, data, hosts);

    public DemoOptions Options { get; }

    /// <param name="settings">Settings of the provider, as on its command line.</param>
    public static async Task<RunningDemo> StartAsync(params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("identity-demo-");
        var ports = FreePorts(6);
        var options = DemoOptions.Read(settings) with
        {
            Data = data.FullName,
            Ports = new DemoPorts { Provider = ports[0], Appointments = ports[1], HealthRecord = ports[2], RecordsApi = ports[3], Support = ports[4], Wearable = ports[5] },
        };
        return new RunningDemo(options, data, await DemoHosts.StartAsync(options));
    }

    public async ValueTask DisposeAsync()
    {
        await hosts.DisposeAsync();
        data.Delete(recursive: true);
    }

    public static int[] FreePorts(int count)
    {
        // Held together, so that they differ.
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
