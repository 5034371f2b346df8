using Identity.Protocol.Interaction;
using Identity.Web.Pages.Authenticator;
using Identity.Web.Pages.Backup;
using Identity.Web.Pages.ChangeEmail;
using Identity.Web.Pages.Consent;
using Identity.Web.Pages.Create;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Phones;
using Identity.Web.Pages.Prove;
using Identity.Web.Pages.Recovery;
using Identity.Web.Pages.Shared;
using Identity.Web.Pages.SignIn;
using Identity.Web.Pages.SignInDetails;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages;

internal static class Journeys
{
    /// <summary>Adds what the steps of the citizens' journeys stand on.</summary>
    public static IServiceCollection AddJourneys(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<RememberProblems>();
            options.Filters.Add<RestoreAnswers>();
        });
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<NewDevice>();
        services.AddSingleton<ConfirmStep>();
        services.AddSingleton<UpstreamTrip>();
        services.AddSingleton<UpstreamWays>();
        services.AddSingleton<SignInStep>();
        services.AddSingleton<PhoneStep>();
        services.AddSingleton<ConfirmChoices>();
        services.AddSingleton<DeviceTrust>();
        services.AddSingleton<AddPhoneJourney>();
        services.AddSingleton<Confirmation>();
        services.AddSingleton<PasskeyVerdict>();
        services.AddSingleton<PasskeyNews>();
        services.AddSingleton<PasskeyUpgrade>();
        services.AddSingleton<SetUpJourney>();
        services.AddSingleton<BackupSheets>();
        services.AddSingleton<CreateJourney>();
        services.AddSingleton<SignUpGate>();
        services.AddSingleton<RecoverJourney>();
        services.AddSingleton<ChangeEmailJourney>();
        services.AddSingleton<RecoverStep>();
        services.AddSingleton<ReproofEntry>();
        services.AddSingleton<FirstSheet>();
        services.AddSingleton<DetailsStep>();
        services.AddSingleton<ConsentStep>();
        services.AddSingleton<ProveStep>();
        services.AddSingleton<Leaving>();
        services.AddSingleton<ErrorReferences>();
        return services;
    }

    /// <summary>Where a person begins who comes by themselves, with no application behind them.</summary>
    public static void MapJourneyStarts(this IEndpointRouteBuilder routes)
    {
        routes.MapPasskeyDocuments();
        routes.MapPost(Leaving.StayUrl, Leaving.StayAsync);
        routes.MapGet("/sign-in", (HttpContext context, Interactions interactions) => BeginAsync(context, interactions, "~/sign-in"));
        routes.MapGet("/create", (HttpContext context, Interactions interactions) => BeginAsync(context, interactions, "~/create"));
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Interactions interactions, string first) =>
        Results.Redirect($"{first}/{await interactions.BeginOwnAsync(context)}");
}
