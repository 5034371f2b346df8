using System.Globalization;
using Microsoft.Extensions.Options;

namespace Identity.Web.Organisation;

internal sealed class OrganisationOptionsValidator : IValidateOptions<OrganisationOptions>
{
    public ValidateOptionsResult Validate(string? name, OrganisationOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OrganisationOptions options)
    {
        foreach (var (key, value) in new[]
        {
            (nameof(options.PrivacyRegulatorUrl), options.PrivacyRegulatorUrl),
            (nameof(options.AccessibilityBodyUrl), options.AccessibilityBodyUrl),
            (nameof(options.SecurityPolicyUrl), options.SecurityPolicyUrl),
        })
        {
            if (value.Length > 0 && !IsUri(value, "https"))
                yield return $"Organisation:{key} is '{value}'. Write the address of a page, such as https://example.org/page.";
        }

        foreach (var (key, value) in new[] { (nameof(options.AccessibilityTested), options.AccessibilityTested), (nameof(options.Reviewed), options.Reviewed) })
        {
            if (value.Length > 0 && Day(value) is null)
                yield return $"Organisation:{key} is '{value}'. Write a day such as 2026-11-22.";
        }

        // RFC 9116 §2.5.3: a URI, of mail or of a page over https.
        if (options.SecurityContact.Length > 0 && !IsUri(options.SecurityContact, "mailto") && !IsUri(options.SecurityContact, "https") && !IsUri(options.SecurityContact, "tel"))
            yield return $"Organisation:SecurityContact is '{options.SecurityContact}'. Write a URI such as mailto:security@example.org or https://example.org/report.";
        if (options.PrivacyEmail.Length > 0 && !IsUri("mailto:" + options.PrivacyEmail, "mailto"))
            yield return $"Organisation:PrivacyEmail is '{options.PrivacyEmail}'. Write an address such as privacy@example.org.";
    }

    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsUri(string text, string scheme) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == scheme && !text.Any(c => char.IsControl(c) || c == ' ')
        && (scheme != "mailto" || (uri.UserInfo.Length > 0 && uri.Host.Length > 0));
}
