using Identity.Domain.Support;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Identity.Web.Surfaces;

internal static class SupportSurface
{
    private const string Place = "/support";

    /// <summary>
    /// Where staff are, answers the console at its own address and nothing else; where citizens are, the console is not.
    /// </summary>
    public static IApplicationBuilder UseSupportSurface(this IApplicationBuilder app)
    {
        var origin = app.ApplicationServices.GetRequiredService<IOptions<SupportOptions>>().Value.ToOrigin();
        return app.Use((context, next) =>
        {
            if (Refusal(context, origin) is not { } refusal)
                return next(context);

            context.ShowError(refusal);
            return Task.CompletedTask;
        });
    }

    private static ErrorView? Refusal(HttpContext context, Uri? origin)
    {
        var request = context.Request;
        var isConsole = request.Path.StartsWithSegments(Place);
        // A dead end is explained in a second pass, by a page that stands elsewhere.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
            return null;
        if (!Surface.IsSupport(context))
            return isConsole ? ErrorView.NotFound : null;
        if (request.Host.Value != origin?.Authority)
            return ErrorView.BadRequest with { Status = StatusCodes.Status421MisdirectedRequest };
        if (origin?.Scheme == Uri.UriSchemeHttps && !request.IsHttps)
            return ErrorView.BadRequest;
        return isConsole ? null : ErrorView.NotFound;
    }
}
