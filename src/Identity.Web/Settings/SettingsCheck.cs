using Identity.Domain.Verification.Runs;
using Identity.Web.Organisation;
using Identity.Web.Plugins;
using Identity.Web.Themes;
using Microsoft.Extensions.Options;

namespace Identity.Web.Settings;

/// <summary>
/// Everything that can be known of the settings before anything starts: keys that nobody reads, values of the wrong kind,
/// what each room says of its own, the theme, and the verifiers. The start and the verb <c>check-config</c> run the same.
/// </summary>
internal static class SettingsCheck
{
    /// <exception cref="OptionsValidationException">Some setting is faulty; every fault is in it.</exception>
    public static void Run(IServiceProvider services)
    {
        var faults = Faults(services).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("", typeof(Sections), faults);
    }

    /// <summary>What should be said before citizens come, though the program runs without it. Development is spared.</summary>
    public static IReadOnlyList<string> Cautions(IServiceProvider services) =>
        services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? []
            : [.. Organisations.Cautions(services.GetRequiredService<IOptions<OrganisationOptions>>().Value)];

    private static IEnumerable<string> Faults(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        foreach (var fault in UnknownSettings.Faults(configuration))
            yield return fault;

        var sound = true;
        foreach (var section in Sections.All)
        {
            var faults = section.Settings.SelectMany(setting => SettingValue.Faults(setting, configuration)).ToList();
            // Options that cannot be bound cannot be validated.
            if (faults.Count == 0)
                faults.AddRange(FaultsOf(() => section.Validate(services)));
            sound &= faults.Count == 0;
            foreach (var fault in faults)
                yield return fault;
        }

        foreach (var fault in sound ? FaultsOf(() => services.GetRequiredService<Wardrobe>()) : [])
            yield return fault;
        foreach (var fault in sound ? FaultsOf(() => services.GetRequiredService<OfferedVerifiers>()) : [])
            yield return fault;
    }

    private static IEnumerable<string> FaultsOf(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (BrokenThemeException broken)
        {
            return [broken.Message];
        }
        catch (BrokenPluginsException broken)
        {
            return broken.Faults;
        }
    }
}
