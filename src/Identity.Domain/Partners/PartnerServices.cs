using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Registration;
using Identity.Domain.Partners.Releases;
using Identity.Domain.Partners.Traces;
using Identity.Domain.Storage;
using Identity.Domain.Storage.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Partners;

public static class PartnerServices
{
    /// <summary>Adds the clients: <see cref="ClientDirectory"/> to read, <see cref="ClientStore"/> to write.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddSingleton<ClientDirectory>();
        services.AddSingleton<ISnapshot>(provider => provider.GetRequiredService<ClientDirectory>());
        services.AddHostedService(provider => provider.GetRequiredService<ClientDirectory>());
        services.AddOptions<ClientFlows>();
        services.AddSingleton<ClientStore>();
        services.AddSingleton<ClientFolder>();
        services.AddSingleton<ClientRegistrations>();
        services.AddSingleton<InitialAccessTokens>();
        services.AddSingleton(new Expiry(InitialAccessTokens.Prune, TimeSpan.Zero));
        services.AddSingleton<SealedSecrets>();
        services.AddSingleton<ClientTraces>();
        services.AddSingleton(new Expiry(ClientTraces.Prune, TimeSpan.Zero));
        services.AddSingleton<ApplicationRules>();
        services.AddSingleton<PartnerApplications>();
        services.AddSingleton<ApplicationSecrets>();
        services.AddSingleton<ReleaseSteps>();
        services.AddSingleton<Admission>();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<Invitations>();
        services.AddSingleton(new Expiry(OrganisationStatements.Prune, TimeSpan.Zero));
        return services;
    }
}
