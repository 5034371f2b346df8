using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Identity.Testing;

/// <summary>The program itself, in a process of its own, so that it can be killed.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProviderProcess(Process process, Uri address, Uri issuer)
    {
        _process = process;
        Address = address;
        Issuer = issuer;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Where clients find it: the same, unless something stands in front.</summary>
    public Uri Issuer { get; }

    /// <summary>Starts the program over a database and returns once it is ready.</summary>
    public static Task<ProviderProcess> StartAsync(TestDatabase database, CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        StartAsync(database, null, settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)), cancellationToken);

    /// <summary>Starts another node over the same database, known by the same address.</summary>
    public Task<ProviderProcess> AnotherAsync(TestDatabase database, CancellationToken cancellationToken) =>
        StartAsync(database, Issuer, [], cancellationToken);

    /// <summary>Starts the program behind something that is known as <paramref name="front"/>.</summary>
    public static async Task<ProviderProcess> StartAsync(TestDatabase database, Uri? front, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://localhost:{FreePort()}/");
        var issuer = front ?? address;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Identity.Web.dll"));
        start.ArgumentList.Add($"--urls={address.AbsoluteUri}");
        foreach (var (key, value) in database.Settings.Append(new("Protocol:Issuer", issuer.AbsoluteUri)).Append(new("Limits:DangerLiftOnLoopback", "true")).Concat(settings))
            start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";

        var process = Process.Start(start) ?? throw new InvalidOperationException("The provider did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var provider = new ProviderProcess(process, address, issuer);
        await provider.ReadyAsync(cancellationToken);
        return provider;
    }

    /// <summary>SIGKILL: nothing is finished, flushed or closed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public TestBrowser Browser() => new(Handler(), Issuer);

    public HttpClient Backchannel() => new(Handler()) { BaseAddress = Issuer };

    /// <summary>The way to this node, by whatever address it is known.</summary>
    public HttpMessageHandler Handler() => new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 600; tries++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The provider ended with {_process.ExitCode}.");
            try
            {
                using var response = await http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        throw new InvalidOperationException("The provider did not become ready.");
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
