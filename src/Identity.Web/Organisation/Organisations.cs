using Microsoft.Extensions.Options;

namespace Identity.Web.Organisation;

/// <summary>
/// The door of the room of what an organisation must say of itself: <c>security.txt</c> (RFC 9116), the address where a
/// password is changed (W3C Change Password URL), and the facts on the pages about accessibility, privacy and terms.
/// </summary>
public static class Organisations
{
    /// <summary>Binds the section <c>Organisation</c>.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrganisationOptions>().Bind(configuration.GetSection("Organisation")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OrganisationOptions>, OrganisationOptionsValidator>();
        return services;
    }

    /// <summary>Maps the well-known addresses.</summary>
    public static void MapWellKnown(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/security.txt", SecurityText.Answer);
        // W3C Change Password URL §2: a redirect of 302, 303 or 307.
        routes.MapGet("/.well-known/change-password", () => Results.Redirect("~/account/password"));
    }

    /// <summary>What an organisation should still say; nothing of it keeps the program from serving.</summary>
    public static IEnumerable<string> Cautions(OrganisationOptions options)
    {
        if (options.Name.Length == 0)
            yield return "Organisation:Name is empty. The pages about privacy and terms cannot say who runs this service.";
        if (options.PrivacyRegulator.Length == 0)
            yield return "Organisation:PrivacyRegulator is empty. The page about privacy cannot say where to complain.";
        if (options.SecurityContact.Length == 0)
            yield return "Organisation:SecurityContact is empty. There is no security.txt, so nobody is told how to report a fault.";
    }
}
