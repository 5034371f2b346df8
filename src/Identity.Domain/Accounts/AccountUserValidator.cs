using Microsoft.AspNetCore.Identity;

namespace Identity.Domain.Accounts;

/// <summary>
/// Asks nothing where Identity would ask for a user name: an account has an address, a sign-in ID or both, each read by
/// its own type and each unique in the table.
/// </summary>
internal sealed class AccountUserValidator : IUserValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) => Task.FromResult(IdentityResult.Success);
}
