namespace Identity.Web.Locales;

/// <summary>The section <c>Locales</c> of the configuration.</summary>
public sealed class LocaleOptions
{
    /// <summary>The language of a person whose browser names none that is spoken here.</summary>
    public string Default { get; set; } = "en";

    /// <summary>The zone in which clock times are shown, by its IANA name.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The languages whose words no person has reviewed yet, with a space between two. Operators are told of it, citizens never.</summary>
    public string AwaitingReview { get; set; } = "cy";

    internal IReadOnlyList<string> Awaiting => AwaitingReview.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
