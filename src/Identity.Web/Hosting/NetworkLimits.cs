using Identity.Domain.Limits;
using Identity.Web.Pages.Errors;

namespace Identity.Web.Hosting;

internal static class NetworkLimits
{
    // Where anybody may begin something. What clients call they call with a secret or a token of 256 random bits.
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase) { "authorize", "sign-in", "create", "recover", "not-me", "end-session", "support", "caller", "stop-change", "here", "device" };

    /// <summary>Bounds what one network may begin, on this node; the page says when it may go on.</summary>
    public static IApplicationBuilder UseNetworkLimits(this IApplicationBuilder app)
    {
        var limiter = app.ApplicationServices.GetRequiredService<NetworkLimiter>();
        return app.Use((context, next) =>
        {
            var endpoint = (context.Request.Path.Value ?? "").Split('/', 3) is [_, var first, ..] ? first : "";
            if (!Open.Contains(endpoint) || limiter.Take(endpoint, Network.Of(context.Connection.RemoteIpAddress)) is not LimitDecision.RetryAt(var time))
                return next(context);

            context.ShowError(ErrorView.TooManyTries(time));
            return Task.CompletedTask;
        });
    }
}
