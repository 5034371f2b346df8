using Identity.Domain.Credentials.Metadata;
using Identity.Domain.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Credentials.Passkeys;

/// <summary>Passkeys (Web Authentication Level 3): made, signed in with, listed. Not here: the pages, and which factors are enough.</summary>
public static class PasskeyServices
{
    /// <summary>
    /// Adds <see cref="PasskeySignIn"/>, <see cref="PasskeyEnrolment"/> and <see cref="PasskeyStore"/>, set by the section
    /// <c>Passkeys</c> and by what the host says of itself in <see cref="PasskeySite"/>.
    /// </summary>
    public static IServiceCollection AddPasskeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PasskeySite>();
        services.AddOptions<PasskeyOptions>().Bind(configuration.GetSection("Passkeys")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PasskeyOptions>, PasskeyOptionsValidator>();
        services.AddSingleton<PasskeyMetrics>();
        services.AddSingleton<RelyingParty>();
        services.AddSingleton<Ceremonies>();
        services.AddSingleton<MetadataFile>();
        services.AddSingleton<ModelJudge>();
        services.AddSingleton<PasskeyReview>();
        services.AddSingleton<MetadataWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MetadataWorker>());
        services.AddSingleton<RegistrationJudge>();
        services.AddSingleton<PasskeyKeeper>();
        services.AddSingleton<PasskeyUse>();
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton(provider => new PasskeySignIn(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<RelyingParty>(), provider.GetRequiredService<Ceremonies>(),
            provider.GetRequiredService<PasskeyUse>(), provider.GetRequiredService<PasskeyMetrics>()));
        services.AddSingleton(provider => new PasskeyEnrolment(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<RelyingParty>(), provider.GetRequiredService<Ceremonies>(),
            provider.GetRequiredService<RegistrationJudge>(), provider.GetRequiredService<PasskeyKeeper>()));
        services.AddSingleton(new Expiry(CeremonyStatements.Prune, TimeSpan.Zero));
        return services;
    }
}
