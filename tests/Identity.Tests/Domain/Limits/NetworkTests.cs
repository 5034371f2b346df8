using System.Net;
using Identity.Domain.Limits;
using Xunit;

namespace Identity.Tests.Domain.Limits;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0/24")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0/24")]
    [InlineData("2001:db8:1:23ff:aaaa::1", "2001:db8:1:2300::/56")]
    [InlineData("2001:db8:1:23aa::1", "2001:db8:1:2300::/56")]
    [InlineData("2001:db8:1:2400::1", "2001:db8:1:2400::/56")]
    public void Is_a_24_of_version_4_and_a_56_of_version_6(string address, string network)
    {
        Assert.Equal(network, Network.Of(IPAddress.Parse(address)).ToString());
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData(null, false)]
    public void Knows_this_machine(string? address, bool isLoopback)
    {
        Assert.Equal(isLoopback, Network.Of(address is null ? null : IPAddress.Parse(address)).IsLoopback);
    }
}
