using Identity.Web.Pages.Consent;
using Identity.Web.Pages.Create;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages;

internal static class Journeys
{
    /// <summary>Adds what the steps of the citizens' journeys stand on.</summary>
    public static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.Filters.Add<RememberProblems>());
        services.AddSingleton<CreateJourney>();
        services.AddSingleton<DetailsStep>();
        services.AddSingleton<ConsentStep>();
        return services;
    }
}
