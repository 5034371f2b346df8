using Identity.Domain.Support;
using Microsoft.Extensions.Options;

namespace Identity.Web.Surfaces;

/// <summary>
/// Which people a request is for. The port it came in by tells, and nothing that the request says of itself: what is for
/// staff cannot be reached from where citizens are, nor the other way round.
/// </summary>
internal static class Surface
{
    private static readonly object Support = new();

    /// <summary>Whether the request came in where staff are.</summary>
    public static bool IsSupport(HttpContext context) => context.Items.ContainsKey(Support);

    /// <summary>Tells the surfaces apart. Comes before all that differs between them.</summary>
    public static IApplicationBuilder UseSurfaces(this IApplicationBuilder app)
    {
        var port = app.ApplicationServices.GetRequiredService<IOptions<SupportOptions>>().Value.Port;
        return port == 0 ? app : app.Use((context, next) =>
        {
            if (context.Connection.LocalPort == port)
                context.Items[Support] = true;
            return next(context);
        });
    }

    /// <summary>What concerns citizens and applications alone.</summary>
    public static IApplicationBuilder ForCitizens(this IApplicationBuilder app, Action<IApplicationBuilder> configure) =>
        app.UseWhen(context => !IsSupport(context), configure);
}
