using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.SessionManagement;

/// <summary>
/// OpenID Connect Session Management 1.0, where it is set: a <c>session_state</c> in answers, and a page that applications frame
/// and ask whether it still holds. Off by default, because most browsers keep the cookie of a provider from such a frame, and
/// an application that asks there is then told of changes that never were.
/// </summary>
public static class SessionManagementRoom
{
    internal static void AddSessionManagement(this IServiceCollection services) => services.AddSingleton<BrowserState>();

    /// <summary>Keeps the cookie that the framed page reads true to the session, in every answer that had to do with one.</summary>
    public static void UseSessionManagement(this IApplicationBuilder app)
    {
        if (!IsOn(app.ApplicationServices))
            return;
        var state = app.ApplicationServices.GetRequiredService<BrowserState>();
        app.Use(next => context =>
        {
            context.Response.OnStarting(() =>
            {
                if (BrowserSession.WasLookedUp(context))
                    state.Show(context);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>Adds the framed page at the issuer.</summary>
    public static void MapCheckSession(this IEndpointRouteBuilder routes)
    {
        if (IsOn(routes.ServiceProvider))
            routes.MapGet("/" + Endpoints.CheckSession, CheckSessionPage.Show);
    }

    private static bool IsOn(IServiceProvider services) => services.GetRequiredService<IOptions<ProtocolOptions>>().Value.SessionManagement;
}
