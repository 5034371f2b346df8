using Identity.Benchmarks.Servers;
using Identity.Benchmarks.Workloads;

namespace Identity.Benchmarks.Measuring;

/// <summary>
/// Starts every server over a database of one size and measures them in turns, operation by operation and round by round,
/// so that whatever else the machine does falls on all of them.
/// </summary>
internal sealed class Comparison(Choices choices, int citizens)
{
    /// <summary>After which the runtime has compiled what is hot for good; a slow operation is warmed up for a bounded time.</summary>
    private const int WarmUpOperations = 4000;

    private const int MostWarmUpRounds = 15;

    public async Task<IReadOnlyList<ServerFigures>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("identity-benchmarks-").FullName;
        var servers = new List<Server>();
        try
        {
            var factory = new ServerFactory(folder, citizens);
            if (choices.Servers.Contains("floor"))
                servers.Add(await ServerFactory.FloorAsync());
            if (choices.Servers.Contains("identity"))
                servers.Add(await factory.IdentityAsync());
            if (choices.Servers.Contains("peer"))
                servers.Add(await factory.PeerAsync());
            return await MeasureAsync(servers);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<ServerFigures>> MeasureAsync(IReadOnlyList<Server> servers)
    {
        var figures = servers.ToDictionary(server => server, _ => new Dictionary<string, Figures>());
        foreach (var operation in Operation.All.Where(operation => operation.Name.Contains(choices.Only, StringComparison.OrdinalIgnoreCase)))
        {
            var able = servers.Where(server => !operation.IsByPasskey || server.Passkeys.Count > 0).ToList();
            var visitors = new Dictionary<Server, IReadOnlyList<Visitor>>();
            foreach (var server in able)
                visitors[server] = await PrepareAsync(server, operation);

            for (var round = 0; round < choices.Rounds; round++)
            {
                foreach (var server in able)
                {
                    var measured = await Round.RunAsync(server, visitors[server], operation, choices.Seconds);
                    if (!figures[server].TryGetValue(operation.Name, out var best) || measured.Cpu < best.Cpu)
                        figures[server][operation.Name] = measured;
                }
            }

            Console.Error.WriteLine($"{operation.Name}: {string.Join(", ", able.Select(server => $"{server.Name} {figures[server][operation.Name].Cpu:0.000} ms"))}");
        }

        return [.. servers.Select(server => new ServerFigures(server.Name, server.StartUp, server.IdleMemory, server.Memory, figures[server]))];
    }

    private async Task<IReadOnlyList<Visitor>> PrepareAsync(Server server, Operation operation)
    {
        var endpoints = await Endpoints.OfAsync(server.Address);
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = choices.Connections });
        var known = server.Name == "identity" ? citizens : Math.Min(citizens, ServerFactory.CitizensOfThePeer);
        var visitors = Enumerable.Range(0, choices.Connections).Select(number => new Visitor(http, endpoints, number, known, server.Passkeys)).ToList();
        foreach (var visitor in visitors)
            await operation.Prepare(visitor);
        await WarmUpAsync(server, visitors, operation);
        return visitors;
    }

    private async Task WarmUpAsync(Server server, IReadOnlyList<Visitor> visitors, Operation operation)
    {
        var done = 0.0;
        for (var round = 0; round < MostWarmUpRounds && done < WarmUpOperations; round++)
            done += (await Round.RunAsync(server, visitors, operation, choices.Seconds)).Throughput * choices.Seconds;
    }
}
