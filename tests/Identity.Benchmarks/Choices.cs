using System.Globalization;

namespace Identity.Benchmarks;

/// <summary>What to measure, from the command line.</summary>
/// <param name="Rounds">How often each operation is measured; the best round counts, as the others met more noise.</param>
/// <param name="Seconds">How long one round of one operation lasts.</param>
/// <param name="Connections">How many requests are under way at once.</param>
/// <param name="Citizens">Sizes of the database, one comparison each.</param>
/// <param name="Servers">Which of <c>identity</c>, <c>floor</c> and <c>peer</c> run.</param>
/// <param name="Only">Operations whose name holds this; empty for all.</param>
internal sealed record Choices(int Rounds, double Seconds, int Connections, IReadOnlyList<int> Citizens, IReadOnlySet<string> Servers, string Only)
{
    private const string Usage = """
        dotnet run -c Release --project tests/Identity.Benchmarks -- [options]
          --rounds N          rounds of each operation (5)
          --seconds N         length of one round (2)
          --connections N     requests under way at once (4)
          --citizens N,N      sizes of the database (1000)
          --servers A,B       of identity, floor, peer (all)
          --only TEXT         operations whose name holds TEXT (all)
        """;

    public static Choices? Read(string[] args)
    {
        var choices = new Choices(5, 2, 4, [1000], new HashSet<string> { "identity", "floor", "peer" }, "");
        for (var at = 0; at + 1 < args.Length; at += 2)
        {
            var value = args[at + 1];
            choices = (args[at], double.TryParse(value, CultureInfo.InvariantCulture, out var number)) switch
            {
                ("--rounds", true) => choices with { Rounds = (int)number },
                ("--seconds", true) => choices with { Seconds = number },
                ("--connections", true) => choices with { Connections = (int)number },
                ("--citizens", _) => choices with { Citizens = [.. value.Split(',').Select(each => int.Parse(each, CultureInfo.InvariantCulture))] },
                ("--servers", _) => choices with { Servers = value.Split(',').ToHashSet() },
                ("--only", _) => choices with { Only = value },
                _ => null!, // Found out below.
            };
            if (choices is null)
                break;
        }

        if (choices is not null && args.Length % 2 == 0)
            return choices;
        Console.Error.WriteLine(Usage);
        return null;
    }
}
