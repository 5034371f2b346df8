using Identity.Domain.Credentials;
using Microsoft.AspNetCore.Identity;

namespace Identity.Domain.Accounts;

/// <summary>Our policy where Identity would ask for digits and capitals.</summary>
internal sealed class AccountPasswordValidator(PasswordPolicy policy) : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var use = user.TwoFactorEnabled ? PasswordUse.BesideSecondFactor : PasswordUse.Alone;
        return Task.FromResult(policy.Judge(password, use, [user.Email, user.FullName, user.PhoneNumber]) switch
        {
            PasswordVerdict.Accepted => IdentityResult.Success,
            var verdict => IdentityResult.Failed(new IdentityError { Code = verdict.GetType().Name, Description = "The password may not be used." }),
        });
    }
}
