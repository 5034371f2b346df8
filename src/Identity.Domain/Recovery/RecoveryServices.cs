using Identity.Domain.Accounts;
using Identity.Domain.Keys;
using Identity.Domain.Limits;
using Identity.Domain.Recovery.Proving;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Recovery;

/// <summary>
/// The ways back into an account. Not here: proving a single thing, which each room of its kind does, nor who of the staff may
/// let somebody try.
/// </summary>
public static class RecoveryServices
{
    /// <summary>Adds <see cref="Recoveries"/>, <see cref="RecoveryCompletion"/> and what they stand on, set by the section <c>Recovery</c>.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RecoveryOptions>().Bind(configuration.GetSection("Recovery")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecoveryOptions>, RecoveryOptionsValidator>();
        services.AddSingleton<HoldingsStore>();
        services.AddSingleton<Recoveries>();
        services.AddSingleton<RecoveryCompletion>();
        services.AddSingleton<RecoveryContacts>();
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<IRecoveryProof, ByEmail>();
        services.AddSingleton<IRecoveryProof, ByContact>();
        services.AddSingleton<IRecoveryProof, ByPhone>();
        services.AddSingleton<IRecoveryProof, ByLetter>();
        services.AddSingleton<IRecoveryProof, ByApp>();
        services.AddSingleton<IRecoveryProof, ByBackupCode>();
        services.AddSingleton<IRecoveryProof, ByPassword>();
        services.AddSingleton(provider => new RecoveryProver(provider.GetRequiredService<AccountStore>(), provider.GetRequiredService<SignInIds.SignInIds>(), provider.GetRequiredService<SignInLimits>(),
            provider.GetRequiredService<InstanceSecrets>(), provider.GetServices<IRecoveryProof>()));
        services.AddSingleton(provider => new ByIdentity(provider.GetRequiredService<RecoveryProver>(), provider.GetRequiredService<Reproofs>()));
        services.AddSingleton(new Expiry(RecoveryStatements.Prune, TimeSpan.FromDays(30)));
        return services;
    }
}
