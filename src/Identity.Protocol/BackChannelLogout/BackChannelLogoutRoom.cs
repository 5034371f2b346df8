using Microsoft.Extensions.DependencyInjection;

namespace Identity.Protocol.BackChannelLogout;

/// <summary>
/// OpenID Connect Back-Channel Logout 1.0: each client that a session shared with is told when the session ends. Supported: <c>sub</c>
/// and <c>sid</c> together in every token (§2.4), retries for a day, a receipt of what came of it. Not supported: telling of a
/// session whose time ran out by itself, because nobody signed out and the client's own session has a time of its own.
/// </summary>
internal static class BackChannelLogoutRoom
{
    public static void AddBackChannelLogout(this IServiceCollection services)
    {
        services.AddSingleton<LogoutToken>();
        services.AddSingleton<LogoutRequest>();
        services.AddSingleton<LogoutSender>();
        services.AddHostedService<LogoutWorker>();
    }
}
