using Identity.Domain.Accounts;

namespace Identity.Tests.Domain.Accounts;

public sealed class AccountOptionsTests
{
    [Fact]
    public void The_defaults_are_safe()
    {
        Assert.True(new AccountOptionsValidator().Validate(null, new()).Succeeded);
    }

    [Fact]
    public void Every_fault_is_named_with_its_key_what_was_found_and_the_remedy()
    {
        var result = new AccountOptionsValidator().Validate(null, new() { CodeLife = TimeSpan.FromDays(2), CodeAttempts = 100 });

        Assert.Equal(
            [
                "Accounts:CodeLife is 2.00:00:00. Write a time from one minute to one day.",
                "Accounts:CodeAttempts is 100. Write a number from 1 to 10.",
            ],
            result.Failures);
    }
}
