using Identity.Web.Locales;
using Identity.Web.Settings;
using Microsoft.Extensions.Options;

namespace Identity.Web.Commands;

internal static class CheckConfigVerb
{
    /// <summary>Building the host has checked every setting, as it does before a start; a fault does not come this far.</summary>
    public static Verb Make() => new("check-config", "Checks every setting, as a start would.", (services, _) =>
    {
        foreach (var caution in SettingsCheck.Cautions(services))
            Console.WriteLine($"Caution: {caution}");
        Console.WriteLine($"The settings hold for {services.GetRequiredService<IHostEnvironment>().EnvironmentName}.");
        foreach (var locale in services.GetRequiredService<IOptions<LocaleOptions>>().Value.Awaiting)
            Console.WriteLine($"The words of the locale {locale} await a person's review (Locales:AwaitingReview).");
        return Task.FromResult(0);
    });
}
