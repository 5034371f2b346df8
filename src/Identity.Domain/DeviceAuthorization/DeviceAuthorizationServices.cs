using Identity.Domain.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Domain.DeviceAuthorization;

/// <summary>Devices without a browser, connected from another one (RFC 8628).</summary>
public static class DeviceAuthorizationServices
{
    // So that a device that comes late is told that it is late, and not that it never was.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>Adds <see cref="DeviceCodeStore"/>, <see cref="UserCodeEntry"/> and <see cref="DeviceDecisions"/>.</summary>
    public static IServiceCollection AddDeviceAuthorization(this IServiceCollection services)
    {
        services.AddSingleton<DeviceCodeStore>();
        services.AddSingleton<UserCodeEntry>();
        services.AddSingleton<DeviceDecisions>();
        services.AddSingleton(new Expiry(DeviceCodeStatements.Prune, Kept));
        return services;
    }
}
