using Identity.Demo;
using Identity.Web.Hosting;

try
{
    var options = DemoOptions.Read(args);
    await using var demo = await DemoHosts.StartAsync(options);
    Console.WriteLine(Welcome.Text(options));
    await demo.WaitForShutdownAsync();
    return 0;
}
catch (DemoRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (Exception exception) when (Faults.Of(exception) is { Count: > 0 } faults)
{
    foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
    return 1;
}
