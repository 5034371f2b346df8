using Identity.Domain.Accounts;
using Identity.Domain.Audit;
using Identity.Domain.BackChannelLogout;
using Identity.Domain.Consent;
using Identity.Domain.Contacts;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Credentials.Upstream;
using Identity.Domain.DeviceAuthorization;
using Identity.Domain.Disavowal;
using Identity.Domain.Grants;
using Identity.Domain.Journeys;
using Identity.Domain.Keys;
using Identity.Domain.Keys.Ring;
using Identity.Domain.Letters;
using Identity.Domain.Limits;
using Identity.Domain.Notifications;
using Identity.Domain.Notifications.Senders;
using Identity.Domain.Partners;
using Identity.Domain.Phones;
using Identity.Domain.Recovery;
using Identity.Domain.Seeding;
using Identity.Domain.Sessions;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Identity.Domain.Support;
using Identity.Domain.Telemetry;
using Identity.Domain.Verification;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Identity.Domain;

/// <summary>The rooms of Domain, in the order in which they lean on each other.</summary>
public static class DomainServices
{
    public static IServiceCollection AddIdentityDomain(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<FreshnessMetrics>();
        services.AddStorage(configuration);
        services.AddHostedService<Pruner>();
        services.AddKeys(configuration);
        services.AddNotifications();
        services.AddSenders(configuration);
        services.AddContacts();
        services.AddAudit();
        services.AddPartners();
        services.AddCredentials(configuration);
        services.AddLimits(configuration);
        services.AddAuthenticatorApps();
        services.AddUpstream();
        services.AddBackupCodes();
        services.AddAccounts(configuration);
        services.AddPhones(configuration);
        services.AddLetterCodes();
        services.AddSessions(configuration);
        services.AddBackChannelLogout();
        services.AddPasskeys(configuration);
        services.AddGrants(configuration);
        services.AddDeviceAuthorization();
        services.AddRecovery(configuration);
        services.AddVerification(configuration);
        services.AddDisavowal();
        services.AddSupport(configuration);
        services.AddSingleton<ConsentMetrics>();
        services.AddSingleton<ConsentStore>();
        services.AddSingleton<CitizenSeeder>();
        services.AddSingleton<JourneyStore>();
        services.AddSingleton(SealedColumn.Of("journeys", "key_hash", "state", JourneyStore.Purpose));
        services.AddSingleton(new Expiry(JourneyStore.Prune, TimeSpan.Zero));
        // Last, once all that it watches is in memory.
        services.AddSingleton<SnapshotWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SnapshotWatch>());
        return services;
    }
}
