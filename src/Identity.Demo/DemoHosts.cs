using Identity.Demo.Appointments;
using Identity.Demo.HealthRecord;
using Identity.Demo.Hosting;
using Identity.Demo.RecordsApi;
using Identity.Demo.Wearable;
using Microsoft.AspNetCore.Connections;

namespace Identity.Demo;

/// <summary>The provider, two partner applications, a protected API and a wearable, five hosts in one process.</summary>
public sealed class DemoHosts : IAsyncDisposable
{
    private readonly List<WebApplication> hosts = [];

    private DemoHosts() { }

    /// <exception cref="DemoRefusedException">A port is taken; nothing is left running.</exception>
    public static async Task<DemoHosts> StartAsync(DemoOptions options, TimeProvider? clock = null, CancellationToken cancellation = default)
    {
        PortCheck.Run(options.Ports);
        clock ??= TimeProvider.System;
        var demo = new DemoHosts();
        try
        {
            await demo.StartAsync(nameof(DemoPorts.RecordsApi), options.RecordsApi, RecordsApiHost.Create(options, clock), cancellation);
            await demo.StartAsync(nameof(DemoPorts.Appointments), options.Appointments, AppointmentsApp.Create(options, clock), cancellation);
            await demo.StartAsync(nameof(DemoPorts.HealthRecord), options.HealthRecord, HealthRecordApp.Create(options, clock), cancellation);
            await demo.StartAsync(nameof(DemoPorts.Wearable), options.Wearable, WearableApp.Create(options, clock), cancellation);
            await demo.StartAsync(nameof(DemoPorts.Provider), options.Provider, Provider.Create(options, clock), cancellation);
            return demo;
        }
        catch
        {
            await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when any of the hosts is asked to stop, as by Ctrl+C.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) =>
        Task.WhenAny(hosts.Select(host => host.WaitForShutdownAsync(cancellation)));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Enumerable.Reverse(hosts))
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }
        hosts.Clear();
    }

    private async Task StartAsync(string setting, Uri address, WebApplication host, CancellationToken cancellation)
    {
        hosts.Add(host);
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new DemoRefusedException(PortCheck.Describe(setting, address.Port), problem);
        }
    }
}
