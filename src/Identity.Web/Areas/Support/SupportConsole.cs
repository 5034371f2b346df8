using Identity.Web.Areas.Support.Access;
using Identity.Web.Surfaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Support;

/// <summary>The pages of staff, on a surface of their own. Their rules stand in <c>Domain/Support</c>.</summary>
internal static class SupportConsole
{
    /// <summary>Adds what the pages stand on, and the guard before each.</summary>
    /// <exception cref="InvalidOperationException">A page does not say who may open it.</exception>
    public static IServiceCollection AddSupportConsole(this IServiceCollection services)
    {
        PageAccess.Check();
        services.AddSingleton<StaffBrowser>();
        services.AddSingleton<Guard>();
        services.AddScoped<Menu>();
        services.AddSingleton<Acting>();
        services.AddSingleton<IStartupFilter, SupportPort>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddAreaFolderApplicationModelConvention(
            "Support", "/", model => model.Filters.Add(new ServiceFilterAttribute(typeof(Guard)))));
        return services;
    }
}
