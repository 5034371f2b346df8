using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Identity.Testing.Passkeys;

namespace Identity.Benchmarks.Servers;

/// <summary>A server under measurement: a process of its own on a loopback port.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(string name, Process process, Uri address)
    {
        Name = name;
        _process = process;
        Address = address;
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>What its citizens keep their passkeys in; none where it knows no passkeys.</summary>
    public IReadOnlyList<SoftwareAuthenticator> Passkeys { get; init; } = [];

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>Resident memory, in MiB, once it had answered for the first time.</summary>
    public double IdleMemory { get; private set; }

    public double CpuMilliseconds => ProcessUsage.CpuMilliseconds(_process.Id);

    public double Memory => ProcessUsage.ResidentMebibytes(_process.Id);

    /// <summary>Starts a program and returns once it answers with its discovery document.</summary>
    public static async Task<Server> StartAsync(string name, ProcessStartInfo start, Uri address, IReadOnlyList<SoftwareAuthenticator>? passkeys = null)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{name} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(name, process, address) { Passkeys = passkeys ?? [] };
        using var http = new HttpClient { BaseAddress = address };
        while (!await server.AnswersAsync(http))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{name} ended with {process.ExitCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        server.StartUp = watch.Elapsed;
        server.IdleMemory = server.Memory;
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(".well-known/openid-configuration", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
