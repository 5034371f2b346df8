using System.Net;
using Identity.Domain.Limits;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Identity.Tests.Domain.Limits;

public sealed class NetworkLimiterTests
{
    private static readonly Network Home = Network.Of(IPAddress.Parse("192.0.2.7"));
    private static readonly Network Away = Network.Of(IPAddress.Parse("198.51.100.7"));
    private readonly FakeTimeProvider _clock = new(new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly LimitOptions _options = new() { PerNetwork = 10 };
    private readonly NetworkLimiter _limiter;

    public NetworkLimiterTests() => _limiter = new(Options.Create(_options), _clock);

    [Fact]
    public void A_network_has_its_share_and_no_more()
    {
        Assert.Equal(10, AllowedOf(15, Home));
        Assert.IsType<LimitDecision.RetryAt>(_limiter.Take("sign-in", Home));
    }

    [Fact]
    public void Neighbours_share_and_strangers_do_not()
    {
        AllowedOf(10, Home);

        Assert.IsType<LimitDecision.RetryAt>(_limiter.Take("sign-in", Network.Of(IPAddress.Parse("192.0.2.200"))));
        Assert.Equal(10, AllowedOf(15, Away));
    }

    [Fact]
    public void Each_endpoint_counts_for_itself_and_may_have_its_own_limit()
    {
        _options.PerNetworkAt["token"] = 3;
        AllowedOf(10, Home);

        Assert.Equal(3, AllowedOf(15, Home, "token"));
    }

    [Fact]
    public void The_time_it_names_is_the_time_there_is_room_again()
    {
        AllowedOf(10, Home);
        var retryAt = Assert.IsType<LimitDecision.RetryAt>(_limiter.Take("sign-in", Home)).Time;

        _clock.SetUtcNow(retryAt.AddSeconds(-2));
        Assert.IsType<LimitDecision.RetryAt>(_limiter.Take("sign-in", Home));
        _clock.SetUtcNow(retryAt);
        Assert.IsType<LimitDecision.Allowed>(_limiter.Take("sign-in", Home));
    }

    [Fact]
    public void The_window_slides_so_two_shares_never_meet_at_its_edge()
    {
        _clock.Advance(TimeSpan.FromSeconds(59));
        AllowedOf(10, Home);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.InRange(AllowedOf(15, Home), 0, 1);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.InRange(AllowedOf(15, Home), 4, 6);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(10, AllowedOf(15, Home));
    }

    [Fact]
    public void A_hundred_thousand_networks_leave_an_honest_one_its_share()
    {
        for (var i = 0; i < 100_000; i++)
            _limiter.Take("sign-in", Network.Of(new IPAddress([(byte)(i >> 16), (byte)(i >> 8), (byte)i, 1])));

        Assert.InRange(AllowedOf(15, Home), 1, 10);
    }

    [Fact]
    public void A_setting_lifts_the_limit_for_this_machine_only()
    {
        _options.DangerLiftOnLoopback = true;

        Assert.Equal(500, AllowedOf(500, Network.Of(IPAddress.Loopback)));
        Assert.Equal(10, AllowedOf(15, Home));
    }

    private int AllowedOf(int requests, Network network, string endpoint = "sign-in") =>
        Enumerable.Range(0, requests).Count(_ => _limiter.Take(endpoint, network) is LimitDecision.Allowed);
}
