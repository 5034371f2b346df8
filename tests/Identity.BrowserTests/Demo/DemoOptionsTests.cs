using System.Net;
using System.Net.Sockets;
using Identity.BrowserTests.Running;
using Identity.Demo;
using Xunit;

namespace Identity.BrowserTests.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void The_ports_are_those_of_the_readme_unless_set()
    {
        var options = DemoOptions.Read([]);

        Assert.Equal(new DemoPorts { Provider = 5000, Appointments = 5101, HealthRecord = 5102, RecordsApi = 5103, Wearable = 5104 }, options.Ports);
        Assert.Equal(Path.Combine(options.Root, "data"), options.Data);
    }

    [Fact]
    public void A_port_can_be_set_on_the_command_line() =>
        Assert.Equal(5050, DemoOptions.Read(["--Demo:Ports:Provider=5050"]).Ports.Provider);

    [Theory]
    [InlineData("five")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("-1")]
    public void A_port_that_is_none_is_refused_by_the_name_of_its_setting(string value)
    {
        var refused = Assert.Throws<DemoRefusedException>(() => DemoOptions.Read([$"--Demo:Ports:HealthRecord={value}"]));

        Assert.Equal($"Demo:Ports:HealthRecord is '{value}'. Set a number from 1 to 65535.", refused.Message);
    }

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var refused = Assert.Throws<DemoRefusedException>(() =>
            DemoOptions.Read(["--Demo:Root=/nowhere", "--Demo:Ports:Provider=x", "--Demo:Ports:Appointments=5103"]));

        Assert.Contains("Demo:Root is '/nowhere'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Demo:Ports:Provider is 'x'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Port 5103 is set for Demo:Ports:Appointments and Demo:Ports:RecordsApi", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_taken_port_is_named_with_the_setting_that_changes_it(string address)
    {
        var ports = RunningDemo.FreePorts(6);
        using var other = new TcpListener(IPAddress.Parse(address), ports[2]);
        other.Start();
        var options = DemoOptions.Read([]) with
        {
            Ports = new DemoPorts { Provider = ports[0], Appointments = ports[1], HealthRecord = ports[2], RecordsApi = ports[3], Support = ports[4], Wearable = ports[5] },
        };

        var refused = await Assert.ThrowsAsync<DemoRefusedException>(() => DemoHosts.StartAsync(options));

        Assert.StartsWith($"Port {ports[2]} is in use.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--Demo:Ports:HealthRecord=", refused.Message, StringComparison.Ordinal);
    }
}
