using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Makes a secret, shows it this once, and says until when the last one counts beside it.</summary>
[OpenTo(PartnerRight.Change, Fresh = true)]
internal sealed class SecretModel(PartnerApplications applications, ApplicationSecrets secrets, Text text, TimeProvider clock) : OfApplication(applications)
{
    private static readonly string[] Days = ["0", "1", "7", "30"];

    [BindProperty]
    public string? Overlap { get; set; }

    /// <summary>What was made just now.</summary>
    public MadeSecret? Made { get; private set; }

    public bool HasOne => Application.Client.ClientSecretSha256.Count > 0;

    /// <summary>Until when an earlier secret counts; null when none does.</summary>
    public DateTimeOffset? Overlaps => Application.Client.ClientSecretEnds.Values.Where(end => end > clock.GetUtcNow()).Cast<DateTimeOffset?>().FirstOrDefault();

    private bool Keeps => Application.Client.TokenEndpointAuthMethod.StartsWith("client_secret", StringComparison.Ordinal);

    public IActionResult OnGet() => Keeps ? Page() : new ErrorResult(ErrorView.NotFound);

    public async Task<IActionResult> OnPostAsync()
    {
        if (HasOne && !Days.Contains(Overlap))
            return Problem(nameof(Overlap), text["partners.secret.noOverlap"].ToString());
        var days = HasOne ? int.Parse(Overlap ?? "", System.Globalization.CultureInfo.InvariantCulture) : 0;
        // The answer to this one request is the only place where it ever stands.
        Made = await secrets.MakeAsync(Own, Application, TimeSpan.FromDays(days), Aborted);
        return Made is null ? Next(Home, "partners.secret.changed") : Page();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await secrets.EndEarlierAsync(Own, Application, Aborted);
        return Next(Home, "partners.secret.ended");
    }
}
