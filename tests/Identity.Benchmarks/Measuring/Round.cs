using System.Diagnostics;
using Identity.Benchmarks.Servers;
using Identity.Benchmarks.Workloads;

namespace Identity.Benchmarks.Measuring;

/// <summary>Runs one operation on one server for a while, with every visitor at once.</summary>
internal static class Round
{
    public static async Task<Figures> RunAsync(Server server, IReadOnlyList<Visitor> visitors, Operation operation, double seconds)
    {
        var (cpu, start) = (server.CpuMilliseconds, Stopwatch.GetTimestamp());
        var times = await Task.WhenAll(visitors.Select(visitor => Task.Run(() => VisitAsync(visitor, operation, start, seconds))));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] all = [.. times.SelectMany(each => each).Order()];
        return new Figures((server.CpuMilliseconds - cpu) / all.Length, all.Length / elapsed, all[(int)(all.Length * 0.95)]);
    }

    private static async Task<List<double>> VisitAsync(Visitor visitor, Operation operation, long start, double seconds)
    {
        var times = new List<double>();
        do
        {
            var begun = Stopwatch.GetTimestamp();
            await operation.Run(visitor);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return times;
    }
}
