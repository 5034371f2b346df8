using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Identity.Domain.Verification.Levels;
using Identity.Domain.Verification.Record;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Verification;

/// <summary>
/// How sure the provider is of who somebody is: evidence that verifiers gather, the record of it, and the policy that turns it
/// into levels. Not here: how well somebody signed in, which is <c>Sessions.Trust</c>.
/// </summary>
public static class VerificationServices
{
    /// <summary>Adds <see cref="LevelRules"/> and <see cref="IdentityRecord"/>, set by the section <c>Verification</c>.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VerificationOptions>().Bind(configuration.GetSection("Verification")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VerificationOptions>, VerificationOptionsValidator>();
        services.AddSingleton(provider => LevelsReader.ReadFile(provider.GetRequiredService<IOptions<VerificationOptions>>().Value.LevelsFile));
        services.AddSingleton<EvidenceSeal>();
        services.AddSingleton<IdentityRecord>();
        services.AddSingleton(SealedColumn.Of("evidence", "id", "sealed", EvidenceSeal.Purpose));
        services.AddSingleton(new Expiry(RecordStatements.PruneEvidence, IdentityRecord.Kept));
        services.AddSingleton(new Expiry(RecordStatements.PruneMarks, TimeSpan.Zero));
        services.AddSingleton(new Expiry(RecordStatements.PruneIndicators, IdentityRecord.Kept));
        services.AddSingleton(new Expiry(RecordStatements.PruneMitigations, IdentityRecord.Kept));
        return services;
    }
}
