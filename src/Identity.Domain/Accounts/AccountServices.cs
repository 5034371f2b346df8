using Identity.Domain.Accounts.EmailChange;
using Identity.Domain.Credentials;
using Identity.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Accounts;

/// <summary>
/// Citizens' accounts on ASP.NET Core Identity's store: created, found, described, signed in to by password, their
/// addresses proved. Not here: sessions, passkeys, recovery.
/// </summary>
public static class AccountServices
{
    /// <summary>
    /// Adds <see cref="AccountStore"/>, <see cref="PasswordSignIn"/> and <see cref="EmailVerification"/>, set by the section
    /// <c>Accounts</c>, and Identity's <c>UserManager</c> over the same table.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountOptions>().Bind(configuration.GetSection("Accounts")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccountOptions>, AccountOptionsValidator>();
        services.AddSingleton<AccountMetrics>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<AccountHolds>();
        services.AddSingleton<SignInIds.SignInIds>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<AttemptNotices>();
        services.AddSingleton<PasswordChange>();
        services.AddSingleton<SentCodes>();
        services.AddSingleton<EmailVerification>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<EmailChanges>();
        services.AddHostedService<EmailChangeWorker>();
        services.AddSingleton(new Expiry(ContactCodes.Prune, TimeSpan.FromDays(1)));

        // Before AddIdentityCore, which adds its own only where there is none.
        services.AddSingleton<ILookupNormalizer, AccountKeyNormalizer>();
        services.AddSingleton<IPasswordHasher<Account>, Argon2idPasswordHasher<Account>>();
        services.AddSingleton<IPasswordValidator<Account>, AccountPasswordValidator>();
        services.AddSingleton<IUserValidator<Account>, AccountUserValidator>();
        services.AddIdentityCore<Account>().AddUserStore<IdentityUserStore>();
        return services;
    }
}
