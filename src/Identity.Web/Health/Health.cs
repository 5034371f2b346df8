namespace Identity.Web.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: requests may come. Both stand on the citizens' port,
/// for load balancers, without a reason; the management port tells which check failed.
/// </summary>
internal static class Health
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<Readiness>();

    /// <summary>Before authentication, whose handlers would look at every request.</summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        switch (context.Request.Path.Value)
        {
            case Live:
                await context.Response.WriteAsync("live");
                break;
            case Ready:
                var report = await LookAsync(context, context.RequestServices);
                await context.Response.WriteAsync(report.IsReady ? "ready" : "not ready");
                break;
            default:
                await next(context);
                break;
        }
    });

    /// <summary>The same addresses on the management port, with what each check found.</summary>
    public static void MapHealthReports(this IEndpointRouteBuilder routes, IServiceProvider node)
    {
        routes.MapGet(Live, () => "live");
        routes.MapGet(Ready, async (HttpContext context) => await context.Response.WriteAsJsonAsync(await LookAsync(context, node)));
    }

    private static async Task<ReadinessReport> LookAsync(HttpContext context, IServiceProvider node)
    {
        var report = await node.GetRequiredService<Readiness>().LookAsync(context.RequestAborted);
        if (!report.IsReady)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return report;
    }
}
