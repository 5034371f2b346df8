using Identity.Domain.Keys.Ring;
using Identity.Domain.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Contacts;

/// <summary>The ways to a citizen, over the rooms that keep each kind. Not here: proving that a contact is theirs.</summary>
public static class ContactServices
{
    /// <summary>Adds <see cref="Reach"/> and <see cref="DeliveryReceipts"/>.</summary>
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<Reach>();
        services.AddSingleton<DeliveryReceipts>();
        services.AddSingleton(SealedColumn.Of("former_contacts", "id", "sealed", Reach.Purpose));
        services.AddSingleton(new Expiry(ReachStatements.PruneFormer, Reach.FormerLife));
        return services;
    }
}
