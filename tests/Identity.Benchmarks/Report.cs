using System.Globalization;
using Identity.Benchmarks.Measuring;

namespace Identity.Benchmarks;

/// <summary>Writes a comparison as a Markdown table, the ratios beside the figures.</summary>
internal sealed class Report(TextWriter output)
{
    public void Add(int citizens, IReadOnlyList<ServerFigures> servers)
    {
        var (identity, floor, peer) = (Find(servers, "identity"), Find(servers, "floor"), Find(servers, "peer"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{citizens:N0} citizens. CPU in milliseconds for one operation.\n"));
        output.WriteLine("| Operation | Floor | Identity | ÷ floor | oidc-provider | ÷ oidc-provider | Identity a second | p95 ms |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var operation in servers[0].Operations.Keys)
        {
            var (ours, least, other) = (Of(identity, operation), Of(floor, operation), Of(peer, operation));
            output.WriteLine($"| {operation} | {Cpu(least)} | {Cpu(ours)} | {Ratio(ours, least)} | {Cpu(other)} | {Ratio(ours, other)} | {Number(ours?.Throughput, "0")} | {Number(ours?.P95, "0.0")} |");
        }

        output.WriteLine("\n| Server | Start-up s | Memory idle MiB | Memory after MiB |\n|---|---|---|---|");
        foreach (var server in servers)
            output.WriteLine($"| {server.Name} | {Number(server.StartUp.TotalSeconds, "0.00")} | {Number(server.IdleMemory, "0")} | {Number(server.Memory, "0")} |");
    }

    private static ServerFigures? Find(IReadOnlyList<ServerFigures> servers, string name) => servers.FirstOrDefault(server => server.Name == name);

    private static Figures? Of(ServerFigures? server, string operation) => server?.Operations.GetValueOrDefault(operation);

    private static string Cpu(Figures? figures) => Number(figures?.Cpu, "0.000");

    private static string Ratio(Figures? ours, Figures? other) => Number(ours?.Cpu / other?.Cpu, "0.0");

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
