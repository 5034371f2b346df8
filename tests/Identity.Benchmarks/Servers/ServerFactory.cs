using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Identity.Benchmarks.Servers;

/// <summary>Builds and starts what is compared, each over a fresh database in one folder.</summary>
internal sealed class ServerFactory(string folder, int citizens)
{
    /// <summary>The peer keeps no more: it is not what grows here.</summary>
    public const int CitizensOfThePeer = 1000;

    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Publishes the provider as an operator would, ReadyToRun, fills its database, and starts it with limits lifted.</summary>
    public async Task<Server> IdentityAsync()
    {
        var program = Path.Combine(folder, "identity");
        await RunAsync("dotnet", ["publish", Path.Combine(Root, "src", "Identity.Web"), "-c", "Release", "-o", program, "-v", "quiet", "-nologo"], Root);
        var clients = Directory.CreateDirectory(Path.Combine(folder, "clients")).FullName;
        foreach (var (file, registration) in Applications.ForIdentity)
            await File.WriteAllTextAsync(Path.Combine(clients, file), JsonSerializer.Serialize(registration));

        var port = Server.FreePort();
        string[] settings =
        [
            $"--Protocol:Issuer=http://localhost:{port}/", $"--urls=http://localhost:{port}", $"--Storage:Path={Path.Combine(folder, "identity.db")}",
            "--Storage:PruneEvery=00:00:01", "--Limits:DangerLiftOnLoopback=true", "--Logging:LogLevel:Default=Warning", "--environment=Measurement",
            "--Mail:Host=localhost", "--Mail:FromAddress=nobody@identity.example",
        ];
        await RunAsync("dotnet", [Path.Combine(program, "Identity.Web.dll"), "migrate", .. settings], folder);
        await RunAsync("dotnet", [Path.Combine(program, "Identity.Web.dll"), "clients", "load", clients, .. settings], folder);
        await RunAsync("dotnet", [Path.Combine(program, "Identity.Web.dll"), "seed", "--citizens", $"{citizens}", .. settings], folder);
        var passkeys = await Passkeys.OfSeededAsync(settings, $"http://localhost:{port}", citizens);
        return await Server.StartAsync("identity", new ProcessStartInfo("dotnet", [Path.Combine(program, "Identity.Web.dll"), .. settings]), new Uri($"http://localhost:{port}/"), passkeys);
    }

    /// <summary>npm's oidc-provider on SQLite.</summary>
    public async Task<Server> PeerAsync()
    {
        var source = Path.Combine(Root, "tests", "Identity.Benchmarks", "peer");
        if (!Directory.Exists(Path.Combine(source, "node_modules")))
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], source);

        var port = Server.FreePort();
        var settings = Path.Combine(folder, "peer.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new
        {
            port,
            database = Path.Combine(folder, "peer.db"),
            clients = Applications.ForPeer,
            citizens = Enumerable.Range(0, Math.Min(citizens, CitizensOfThePeer)).Select(Citizen),
            password = Applications.Password,
        }));
        return await Server.StartAsync("peer", new ProcessStartInfo("node", [Path.Combine(source, "server.mjs"), settings]) { Environment = { ["NODE_ENV"] = "production" } }, new Uri($"http://localhost:{port}/"));
    }

    /// <summary>Kestrel with the same cryptography and nothing else.</summary>
    public static Task<Server> FloorAsync()
    {
        var port = Server.FreePort();
        return Server.StartAsync("floor", new ProcessStartInfo("dotnet", [typeof(ServerFactory).Assembly.Location, "floor", $"{port}"]), new Uri($"http://localhost:{port}/"), [Passkeys.OfNobody($"http://localhost:{port}")]);
    }

    public static string Citizen(int number) => string.Create(CultureInfo.InvariantCulture, $"citizen-{number:D8}@seed.example");

    private static async Task RunAsync(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}");
    }

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("The benchmarks run inside the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "Identity.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
