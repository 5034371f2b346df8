using Identity.Protocol;
using Identity.Web.Pages.Errors;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal static class IssuerHost
{
    /// <summary>
    /// Answers only for the issuer's own address. A request with somebody else's Host header could otherwise have links
    /// and metadata written for that host (RFC 9110 §15.5.20).
    /// </summary>
    public static IApplicationBuilder UseIssuerHost(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptionsMonitor<ProtocolOptions>>();
        return app.Use((context, next) =>
        {
            if (context.Request.Host.Value == options.CurrentValue.Issuer?.Authority || context.Request.Path.StartsWithSegments("/health"))
                return next(context);

            context.ShowError(ErrorView.BadRequest with { Status = StatusCodes.Status421MisdirectedRequest });
            return Task.CompletedTask;
        });
    }
}
