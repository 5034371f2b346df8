using Identity.Domain.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.BackChannelLogout;

public static class BackChannelLogoutServices
{
    /// <summary>Adds <see cref="LogoutDeliveries"/>. Protocol sends them.</summary>
    public static IServiceCollection AddBackChannelLogout(this IServiceCollection services)
    {
        services.AddSingleton<LogoutMetrics>();
        services.AddSingleton<LogoutDeliveries>();
        services.AddSingleton(new Expiry(LogoutStatements.Prune, TimeSpan.FromDays(1)));
        return services;
    }
}
