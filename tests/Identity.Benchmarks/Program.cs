using Identity.Benchmarks;
using Identity.Benchmarks.Floor;
using Identity.Benchmarks.Measuring;

// The floor is this program too, in a process of its own.
if (args is ["floor", var port])
{
    await FloorHost.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

var choices = Choices.Read(args);
if (choices is null)
    return 2;

var report = new Report(Console.Out);
foreach (var citizens in choices.Citizens)
    report.Add(citizens, await new Comparison(choices, citizens).RunAsync());
return 0;
