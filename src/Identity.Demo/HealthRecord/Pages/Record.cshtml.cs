using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Identity.Demo.RecordsApi;
using Identity.Demo.RelyingParty;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.HealthRecord.Pages;

internal sealed class RecordModel(RecordsClient records) : PageModel
{
    /// <summary>What to show; nothing if the record cannot be had.</summary>
    public IReadOnlyList<RecordSection> Sections { get; private set; } = [];

    public string Heading => User.DisplayName() is { Length: > 0 } name ? $"Record of {name}" : "Your record";

    // OpenID Connect Core §5.1: of some people only the year is known.
    public string? BirthDate => User.FindFirstValue("birthdate") switch
    {
        { Length: 4 } year => year,
        var whole when DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => RecordSection.Show(date),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        switch (await records.GetRecordAsync(User, cancellation))
        {
            case RecordsOutcome<CareRecord>.Found found:
                Sections = RecordSection.Of(found.Answer);
                return Page();
            case RecordsOutcome<CareRecord>.SignInNeeded:
                // Not a challenge: what made this token useless could do the same to the next, in a circle.
                return RedirectToPage("/Problem", new { error = "login_required" });
            case RecordsOutcome<CareRecord>.Unavailable or RecordsOutcome<CareRecord>.StepUpNeeded:
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Page();
            default:
                throw new UnreachableException();
        }
    }
}
