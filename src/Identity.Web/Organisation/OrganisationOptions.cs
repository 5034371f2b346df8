namespace Identity.Web.Organisation;

/// <summary>Who runs this provider, for the pages that must say so. Section <c>Organisation</c>.</summary>
public sealed class OrganisationOptions
{
    /// <summary>Its name; pages say the service's own while it is empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its postal address, on one line.</summary>
    public string Address { get; set; } = "";

    /// <summary>Who answers for personal data; the theme's address while it is empty.</summary>
    public string PrivacyEmail { get; set; } = "";

    /// <summary>Where a citizen complains about the use of their data.</summary>
    public string PrivacyRegulator { get; set; } = "";

    /// <summary>The address of its page for complaints.</summary>
    public string PrivacyRegulatorUrl { get; set; } = "";

    /// <summary>Who enforces accessibility.</summary>
    public string AccessibilityBody { get; set; } = "";

    /// <summary>The address of its page for complaints.</summary>
    public string AccessibilityBodyUrl { get; set; } = "";

    /// <summary>The day on which people from outside last tested with disabled people; the statement says that nobody did while it is empty.</summary>
    public string AccessibilityTested { get; set; } = "";

    /// <summary>The day on which the organisation last read these pages through.</summary>
    public string Reviewed { get; set; } = "";

    /// <summary>Where a fault in security is told: a <c>mailto:</c> or <c>https:</c> URI. Empty means no <c>security.txt</c>.</summary>
    public string SecurityContact { get; set; } = "";

    /// <summary>The address of the rules for whoever looks for such faults.</summary>
    public string SecurityPolicyUrl { get; set; } = "";
}
