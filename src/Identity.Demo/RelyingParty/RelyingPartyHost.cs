using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Identity.Demo.RelyingParty;

/// <summary>A partner's application: its pages, its sign-in, and headers that hold it together without script.</summary>
internal static class RelyingPartyHost
{
    public static WebApplicationBuilder CreateBuilder(RelyingPartyProfile profile, TimeProvider clock)
    {
        var builder = LoopbackHost.CreateBuilder(profile.Address, clock);
        builder.Services.AddSignIn(profile);
        builder.Services.AddRazorPages(options => options.RootDirectory = $"/{profile.Pages}/Pages")
            .ConfigureApplicationPartManager(UseOnlyThisProject);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, RelyingPartyProfile profile)
    {
        var app = builder.Build();
        app.Use((context, next) => SecurityHeaders.AddAsync(context, next, profile.Authority));
        app.UseAssets("Assets", $"{profile.Pages}.Assets");
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem", StatusCodeSelector = Problem.Status });
        app.UseStatusCodePagesWithReExecute("/problem", "?status={0}");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapSignIn(profile);
        app.MapBackChannelLogout();
        app.MapRazorPages();
        app.MapFallback(() => TypedResults.NotFound()).AllowAnonymous();
        return app;
    }

    // The provider's pages are in a project that this one references; they are no part of a partner's application.
    internal static void UseOnlyThisProject(ApplicationPartManager parts)
    {
        var assembly = typeof(RelyingPartyHost).Assembly;
        parts.ApplicationParts.Clear();
        parts.ApplicationParts.Add(new AssemblyPart(assembly));
        parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
    }
}
