using Identity.Domain.Keys.Ring;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.Notifications;

public static class NotificationServices
{
    /// <summary>Adds the <see cref="Outbox"/> and its worker. The host adds the senders and <see cref="RenderMessage"/>.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<Channels>();
        services.AddSingleton(SealedColumn.Of("outbox", "id", "sealed", Outbox.Purpose));
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
