using Identity.Domain.Accounts;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Claims;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Ports;
using Identity.Domain.Verification.Record;
using Identity.Domain.Verification.Runs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification;

/// <summary>
/// How sure the provider is of who somebody is: evidence that verifiers gather, the record of it, and the policy that turns it
/// into levels. Not here: how well somebody signed in, which is <c>Sessions.Trust</c>.
/// </summary>
public static class VerificationServices
{
    /// <summary>Adds <see cref="LevelRules"/>, <see cref="IdentityRecord"/>, <see cref="Verifications"/> and <see cref="VerificationRoutes"/>, set by the section <c>Verification</c>.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VerificationOptions>().Bind(configuration.GetSection("Verification")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VerificationOptions>, VerificationOptionsValidator>();
        services.AddSingleton(provider => LevelsReader.ReadFile(provider.GetRequiredService<IOptions<VerificationOptions>>().Value.LevelsFile));
        services.AddSingleton(provider => ClaimLevels.ReadFile(provider.GetRequiredService<IOptions<VerificationOptions>>().Value.ClaimsFile, provider.GetRequiredService<LevelRules>()));
        services.AddSingleton<ProvenClaims>();
        services.AddSingleton<EvidenceSeal>();
        services.AddSingleton<IdentityRecord>();
        services.AddRuns();
        services.AddSingleton(SealedColumn.Of("evidence", "id", "sealed", EvidenceSeal.Purpose));
        services.AddSingleton(new Expiry(RecordStatements.PruneEvidence, IdentityRecord.Kept));
        services.AddSingleton(new Expiry(RecordStatements.PruneMarks, TimeSpan.Zero));
        services.AddSingleton(new Expiry(RecordStatements.PruneIndicators, IdentityRecord.Kept));
        services.AddSingleton(new Expiry(RecordStatements.PruneMitigations, IdentityRecord.Kept));
        return services;
    }

    private static void AddRuns(this IServiceCollection services)
    {
        // Whoever hosts this says which verifiers there are.
        services.TryAddSingleton(OfferedVerifiers.None);
        services.AddSingleton<RunSeal>();
        services.AddSingleton<VerificationMetrics>();
        services.AddSingleton<VerifierCalls>();
        services.AddSingleton<VerifierClosures>();
        services.AddSingleton<RunTimes>();
        services.AddSingleton<RunLimits>();
        services.AddSingleton<RunDesk>();
        services.AddSingleton<RunRules>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunProgress>();
        services.AddSingleton<RunEngine>();
        services.AddSingleton<Reproofs>();
        services.AddSingleton(provider => new Verifications(provider.GetRequiredService<RunEngine>(), provider.GetRequiredService<RunStore>(),
            provider.GetRequiredService<IOptions<VerificationOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new VerificationRoutes(provider.GetRequiredService<OfferedVerifiers>(), provider.GetRequiredService<IdentityRecord>(),
            provider.GetRequiredService<RunLimits>(), provider.GetRequiredService<AccountStore>(), provider.GetRequiredService<RunEngine>()));
        services.AddSingleton<SealedStoreFactory>();
        services.AddSingleton<LetterPortFactory>();
        services.AddSingleton<VerifierPortsFactory>();
        services.AddHostedService<VerificationWorker>();
        services.AddSingleton<ProofTimes>();
        services.AddSingleton<ProofReminders>();
        services.AddHostedService<ReminderWorker>();
        services.AddSingleton(SealedColumn.Of("verifications", "id", "sealed", RunSeal.Purpose));
        services.AddSingleton(SealedColumn.Of("verifier_values", "key_hash", "sealed", SealedStore.Purpose));
        services.AddSingleton(new Expiry(RunStatements.Prune, TimeSpan.Zero));
        services.AddSingleton(new Expiry(SealedStore.Prune, TimeSpan.Zero));
    }
}
