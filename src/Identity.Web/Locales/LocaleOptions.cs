namespace Identity.Web.Locales;

/// <summary>The section <c>Locales</c> of the configuration.</summary>
public sealed class LocaleOptions
{
    /// <summary>The language of a person whose browser names none that is spoken here.</summary>
    public string Default { get; set; } = "en";

    /// <summary>The zone in which clock times are shown, by its IANA name.</summary>
    public string TimeZone { get; set; } = "Europe/London";
}
