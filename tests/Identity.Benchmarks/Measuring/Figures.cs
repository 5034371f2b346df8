namespace Identity.Benchmarks.Measuring;

/// <summary>What one operation cost on one server.</summary>
/// <param name="Cpu">Milliseconds on a processor for one operation, kernel included: the least of all rounds.</param>
/// <param name="Throughput">Operations a second in that round.</param>
/// <param name="P95">Milliseconds within which 95 of 100 were answered in that round.</param>
internal sealed record Figures(double Cpu, double Throughput, double P95);

/// <summary>One server beside the others.</summary>
internal sealed record ServerFigures(string Name, TimeSpan StartUp, double IdleMemory, double Memory, IReadOnlyDictionary<string, Figures> Operations);
