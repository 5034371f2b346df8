using Identity.Domain.Audit;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Identity.Domain.Keys;

public static class KeyServices
{
    /// <summary>
    /// Adds the signing keys, the instance secrets and the Data Protection ring, all in the database, so that every node
    /// signs and seals alike; the ring is encrypted by a certificate or a key file outside it.
    /// </summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KeyOptions>().Bind(configuration.GetSection("Keys")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyOptions>, KeyOptionsValidator>();

        RingProtection.Add(services, configuration);
        services.AddSingleton(SealedColumn.Of("instance_secrets", "name", "sealed", InstanceSecrets.Purpose));
        services.AddSingleton(SealedColumn.Of("signing_keys", "kid", "sealed", SigningKeyStore.Purpose));
        services.AddSingleton<InstanceSecrets>();
        services.AddHostedService(provider => provider.GetRequiredService<InstanceSecrets>());
        services.AddSingleton<SigningKeyStore>();
        services.AddSingleton(provider => new SigningKeyKeeper(
            provider.GetRequiredService<Ledger>(), provider.GetRequiredService<SigningKeyStore>(),
            provider.GetRequiredService<IOptions<KeyOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SigningKeyList>();
        services.AddSingleton(provider => new SigningKeyRing(
            provider.GetRequiredService<IDatabase>(), provider.GetRequiredService<SigningKeyStore>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SigningKeyRing>>()));
        services.AddSingleton<ISnapshot>(provider => provider.GetRequiredService<SigningKeyRing>());
        services.AddHostedService(provider => provider.GetRequiredService<SigningKeyRing>());
        services.AddHostedService<KeyMetrics>();
        return services;
    }
}
