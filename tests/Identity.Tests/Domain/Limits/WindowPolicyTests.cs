using Identity.Domain.Limits;
using Xunit;

namespace Identity.Tests.Domain.Limits;

public sealed class WindowPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly WindowPolicy Policy = new(5, TimeSpan.FromMinutes(15));

    [Fact]
    public void Allows_so_many_within_the_window_and_says_when_there_is_room_again()
    {
        var earlier = Enumerable.Range(1, 5).Select(minute => Now.AddMinutes(-minute)).ToList();

        Assert.Equal(new LimitDecision.Allowed(), Policy.Decide(earlier.Take(4), Now));
        Assert.Equal(new LimitDecision.RetryAt(Now.AddMinutes(10)), Policy.Decide(earlier, Now));
        Assert.Equal(new LimitDecision.Allowed(), Policy.Decide(earlier, Now.AddMinutes(10)));
    }

    [Fact]
    public void The_last_of_more_than_so_many_decide()
    {
        var earlier = Enumerable.Range(1, 8).Select(minute => Now.AddMinutes(-minute));

        Assert.Equal(new LimitDecision.RetryAt(Now.AddMinutes(10)), Policy.Decide(earlier, Now));
    }

    [Fact]
    public void Whatever_is_older_than_the_window_does_not_count()
    {
        Assert.Equal(new LimitDecision.Allowed(), Policy.Decide(Enumerable.Repeat(Now.AddMinutes(-15), 100), Now));
    }
}
