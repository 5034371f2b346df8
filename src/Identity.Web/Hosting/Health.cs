using Identity.Domain.Storage;

namespace Identity.Web.Hosting;

internal static class Health
{
    private static readonly Statement Ping = new("health.ping", "SELECT 1");

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does too. Before authentication, whose
    /// handlers would look at every request.
    /// </summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        switch (context.Request.Path.Value)
        {
            case "/health/live":
                await context.Response.WriteAsync("live");
                break;
            case "/health/ready":
                await ReadyAsync(context);
                break;
            default:
                await next(context);
                break;
        }
    });

    private static async Task ReadyAsync(HttpContext context)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IDatabase>().ReadAsync(read => read.FirstAsync(Ping, row => row.GetInt32(0)), context.RequestAborted);
            await context.Response.WriteAsync("ready");
        }
        catch (StorageUnavailableException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("the database does not answer");
        }
    }
}
