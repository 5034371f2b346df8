using System.Reflection;
using Identity.Web.Areas.Partners.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Partners;

/// <summary>The pages of partners' developers, at <c>/developers</c>. Their rules stand in <c>Domain/Partners</c>.</summary>
internal static class PartnerPortal
{
    /// <summary>Adds what the pages stand on, and the guard before each.</summary>
    public static IServiceCollection AddPartnerPortal(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddAreaFolderApplicationModelConvention("Partners", "/", Guarded));
        return services;
    }

    /// <exception cref="InvalidOperationException">A page does not say who may open it.</exception>
    private static void Guarded(PageApplicationModel page)
    {
        var open = page.ModelType?.GetCustomAttribute<OpenToAttribute>()
            ?? throw new InvalidOperationException($"The page {page.ViewEnginePath} does not say who may open it. Write [OpenTo] above its model.");
        page.Filters.Add(new TypeFilterAttribute(typeof(Guard)) { Arguments = [open] });
    }
}
