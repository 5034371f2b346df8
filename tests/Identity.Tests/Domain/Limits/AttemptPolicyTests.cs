using FsCheck.Xunit;
using Identity.Domain.Limits;
using Identity.Testing;
using Xunit;

namespace Identity.Tests.Domain.Limits;

[Spec("NIST SP 800-63B", "3.2.2")]
public sealed class AttemptPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly AttemptPolicy Policy = new LimitOptions().ByPair;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(10, 15)]
    [InlineData(int.MaxValue, 15)]
    public void The_wait_begins_at_the_fifth_failure_and_doubles_from_1_to_15_minutes(int failures, int minutes)
    {
        Assert.Equal(TimeSpan.FromMinutes(minutes), Policy.DelayAfter(failures));
    }

    [Property]
    public bool More_failures_never_wait_less(int failures) =>
        failures is < 0 or int.MaxValue || Policy.DelayAfter(failures) <= Policy.DelayAfter(failures + 1);

    [Fact]
    public void Says_the_time_from_which_another_attempt_is_looked_at()
    {
        var count = new AttemptCount(6, Now);

        Assert.Equal(new LimitDecision.RetryAt(Now.AddMinutes(2)), Policy.Decide(count, Now));
        Assert.Equal(new LimitDecision.RetryAt(Now.AddMinutes(2)), Policy.Decide(count, Now.AddSeconds(119)));
        Assert.Equal(new LimitDecision.Allowed(), Policy.Decide(count, Now.AddMinutes(2)));
    }

    [Fact]
    public void Forgets_failures_after_a_day_however_many()
    {
        Assert.Equal(new LimitDecision.Allowed(), Policy.Decide(new(1000, Now), Now.AddDays(1)));
    }

    [Fact]
    public void An_account_tried_from_everywhere_waits_later_and_longer()
    {
        var everywhere = new LimitOptions().ByAccount;

        Assert.Equal(TimeSpan.Zero, everywhere.DelayAfter(49));
        Assert.Equal(TimeSpan.FromMinutes(1), everywhere.DelayAfter(50));
        Assert.Equal(TimeSpan.FromHours(1), everywhere.DelayAfter(57));
    }
}
