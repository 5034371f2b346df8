using Identity.Domain.Accounts;
using Identity.Testing;

namespace Identity.Tests.Domain.Accounts;

/// <summary>Accounts that tests begin with.</summary>
internal static class NewAccounts
{
    public const string Password = "violet-kettle-harbour";

    public static EmailAddress Email(string spelling = "alice@example.test") => EmailAddress.Parse(spelling);

    public static async Task<Guid> CreateAsync(TestDomain domain, NewAccount? account = null, CancellationToken cancellationToken = default) =>
        Assert.IsType<CreateOutcome.Created>(
            await domain.Get<AccountStore>().CreateAsync(account ?? new(Email()), Password, cancellationToken)).AccountId;
}
