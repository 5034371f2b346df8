using Identity.Domain.Limits;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace Identity.Tests.Domain.Limits;

public sealed class LimitOptionsTests
{
    [Fact]
    public void The_defaults_are_safe()
    {
        Assert.True(In(Environments.Production).Validate(null, new()).Succeeded);
    }

    [Fact]
    public void Nothing_lifts_the_limits_in_production()
    {
        var options = new LimitOptions { DangerLiftOnLoopback = true };

        Assert.True(In(Environments.Development).Validate(null, options).Succeeded);
        Assert.Equal(["Limits:DangerLiftOnLoopback is true. Remove it: nothing lifts the limits in Production."],
            In(Environments.Production).Validate(null, options).Failures);
    }

    [Fact]
    public void Every_fault_is_named_with_its_key_what_was_found_and_the_remedy()
    {
        var result = In(Environments.Production).Validate(null, new() { FreeAttempts = 101, NetworkWindow = TimeSpan.Zero, PerNetworkAt = { ["token"] = 0 } });

        Assert.Equal(
            [
                "Limits:PerNetworkAt:token is 0. Set it to 1 or more.",
                "Limits:FreeAttempts is 101. Set it between 1 and 100.",
                "Limits:NetworkWindow is 00:00:00. Write a time above zero and up to 31 days.",
            ],
            result.Failures);
    }

    private static LimitOptionsValidator In(string environment) => new(new HostingEnvironment { EnvironmentName = environment });
}
