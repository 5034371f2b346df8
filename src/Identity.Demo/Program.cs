using Identity.Demo;

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
