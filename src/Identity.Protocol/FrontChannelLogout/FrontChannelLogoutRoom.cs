using Identity.Domain.Journeys;
using Identity.Protocol.Interaction;
using Microsoft.Extensions.DependencyInjection;

namespace Identity.Protocol.FrontChannelLogout;

internal static class FrontChannelLogoutRoom
{
    public static void AddFrontChannelLogout(this IServiceCollection services)
    {
        services.AddSingleton<LogoutFrames>();
        services.AddSingleton(provider => new SigningOut(
            provider.GetRequiredService<BrowserSession>(), provider.GetRequiredService<LogoutFrames>(), provider.GetRequiredService<JourneyStore>()));
    }
}
