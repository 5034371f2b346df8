using Identity.Protocol;
using Identity.Web.Pages.Errors;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal static class HttpsOnly
{
    /// <summary>
    /// Where the issuer is https, nothing is answered over plain http but health. A page is redirected; what was posted,
    /// or brought a secret along, has been read on the way and is refused, so that whoever sent it notices (RFC 9700 §2.6).
    /// </summary>
    public static IApplicationBuilder UseHttpsOnly(this IApplicationBuilder app)
    {
        var issuer = app.ApplicationServices.GetRequiredService<IOptions<ProtocolOptions>>().Value.Issuer;
        return issuer?.Scheme != Uri.UriSchemeHttps ? app : app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps || request.Path.StartsWithSegments("/health"))
                return next(context);

            if (IsPage(request) && request.Host.Host == issuer.Host)
            {
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                context.Response.Headers.Location = $"https://{issuer.Authority}{request.PathBase}{request.Path}{request.QueryString}";
            }
            else
            {
                context.ShowError(ErrorView.BadRequest);
            }

            return Task.CompletedTask;
        });
    }

    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0;
}
