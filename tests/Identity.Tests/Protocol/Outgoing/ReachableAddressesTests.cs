using System.Net;
using Identity.Protocol.Outgoing;
using Identity.Testing;
using Microsoft.Extensions.Options;

namespace Identity.Tests.Protocol.Outgoing;

[Spec("RFC 6890", "2.2")]
public sealed class ReachableAddressesTests
{
    [Theory]
    [InlineData("9.9.9.9")]
    [InlineData("172.32.0.1")]
    [InlineData("2620:fe::fe")]
    [InlineData("::ffff:9.9.9.9")]
    public void What_the_internet_reaches_may_be_called(string address) => Assert.True(Contains(address));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void What_only_this_machine_or_network_reaches_may_not(string address) => Assert.False(Contains(address));

    [Theory]
    [InlineData("10.20.3.4", true)]
    [InlineData("::ffff:10.20.3.4", true)]
    [InlineData("fd00:20::1", true)]
    [InlineData("10.21.0.1", false)]
    [InlineData("fd00:21::1", false)]
    public void Of_private_networks_those_that_are_named(string address, bool may) => Assert.Equal(may, Contains(address, "10.20.0.0/16", "fd00:20::/32"));

    [Theory]
    [InlineData("10.20.0.0", "PrivateNetworks")]
    [InlineData("intranet", "PrivateNetworks")]
    [InlineData("0.0.0.0/0", "everybody")]
    public void What_names_no_network_is_refused_at_the_start(string network, string word)
    {
        var options = new OutgoingOptions { PrivateNetworks = { network } };

        Assert.Contains(word, Assert.Single(new OutgoingOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal); // It fails.
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(31)]
    public void So_is_a_time_that_helps_nobody(double seconds) =>
        Assert.True(new OutgoingOptionsValidator().Validate(null, new OutgoingOptions { Timeout = TimeSpan.FromSeconds(seconds) }).Failed);

    private static bool Contains(string address, params string[] named)
    {
        var options = new OutgoingOptions();
        foreach (var network in named)
            options.PrivateNetworks.Add(network);
        return new ReachableAddresses(Options.Create(options)).Contains(IPAddress.Parse(address));
    }
}
