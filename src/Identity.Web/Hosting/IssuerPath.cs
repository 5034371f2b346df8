using Identity.Protocol;
using Microsoft.Extensions.Options;

namespace Identity.Web.Hosting;

internal static class IssuerPath
{
    /// <summary>
    /// Takes the path of the issuer for the base of every address, whether the proxy in front passes it on or strips it.
    /// What a request says of a prefix does not count.
    /// </summary>
    public static IApplicationBuilder UseIssuerPath(this IApplicationBuilder app)
    {
        var path = Of(app.ApplicationServices.GetRequiredService<IOptions<ProtocolOptions>>().Value.Issuer);
        return path.HasValue ? app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest))
                context.Request.Path = rest.HasValue ? rest : "/";
            context.Request.PathBase = path;
            return next(context);
        }) : app;
    }

    /// <returns>The path of an issuer, empty for one at the root.</returns>
    public static PathString Of(Uri? issuer) =>
        issuer is { AbsolutePath: { Length: > 1 } path } ? new PathString(Uri.UnescapeDataString(path)) : PathString.Empty;
}
