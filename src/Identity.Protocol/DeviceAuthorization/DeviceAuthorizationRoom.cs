using Identity.Protocol.Interaction;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>
/// RFC 8628: devices without a browser. The device gets a secret code and one to show; a person types that one on another
/// device and answers; the device asks the token endpoint until they have. Supported beside <c>scope</c>: <c>resource</c>
/// (RFC 8707) and <c>acr_values</c>. Not supported: <c>claims</c> and <c>vtr</c>, because the pages for a device have no
/// application to go back to with an error.
/// </summary>
internal static class DeviceAuthorizationRoom
{
    public static IServiceCollection AddDeviceAuthorizationRoom(this IServiceCollection services) => services
        .AddSingleton<DeviceEntry>()
        .AddSingleton<DeviceAnswers>()
        .AddSingleton(provider => new DeviceConnections(
            provider.GetRequiredService<Interactions>(), provider.GetRequiredService<BrowserSession>(), provider.GetRequiredService<AuthorizationGathering>(),
            provider.GetRequiredService<GrantIssuing>(), provider.GetRequiredService<DeviceAnswers>()));
}
