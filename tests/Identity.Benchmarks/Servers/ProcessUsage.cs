using System.Globalization;

namespace Identity.Benchmarks.Servers;

/// <summary>What the kernel says a process has used (<c>proc(5)</c>), its children included.</summary>
internal static class ProcessUsage
{
    private const double MillisecondsPerTick = 10;

    /// <summary>Milliseconds on a processor, in the program and in the kernel.</summary>
    public static double CpuMilliseconds(int process)
    {
        // The name may hold spaces; what follows its closing parenthesis does not.
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields[11..15].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) * MillisecondsPerTick;
    }

    /// <summary>Resident memory in MiB.</summary>
    public static double ResidentMebibytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
