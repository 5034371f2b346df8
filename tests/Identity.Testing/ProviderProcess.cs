using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Identity.Testing;

/// <summary>The program itself, in a process of its own, so that it can be killed.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProviderProcess(Process process, Uri issuer)
    {
        _process = process;
        Issuer = issuer;
    }

    public Uri Issuer { get; }

    /// <summary>Starts the program over a database and returns once it is ready.</summary>
    public static async Task<ProviderProcess> StartAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        var issuer = new Uri($"http://localhost:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Identity.Web.dll"));
        start.ArgumentList.Add($"--urls={issuer.AbsoluteUri}");
        foreach (var (key, value) in database.Settings.Append(new("Protocol:Issuer", issuer.AbsoluteUri)).Append(new("Limits:DangerLiftOnLoopback", "true")))
            start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";

        var process = Process.Start(start) ?? throw new InvalidOperationException("The provider did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var provider = new ProviderProcess(process, issuer);
        await provider.ReadyAsync(cancellationToken);
        return provider;
    }

    /// <summary>SIGKILL: nothing is finished, flushed or closed.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public TestBrowser Browser() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, Issuer);

    public HttpClient Backchannel() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Issuer };

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = Backchannel();
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
