using System.Diagnostics;
using Identity.Demo.RecordsApi;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Demo.HealthRecord.Pages;

internal sealed class NotesModel(RecordsClient records, TimeProvider clock) : PageModel
{
    /// <summary>What to show; null if the notes cannot be had.</summary>
    public IReadOnlyList<PrivateNote>? Notes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        switch (await records.GetNotesAsync(User, cancellation))
        {
            case RecordsOutcome<IReadOnlyList<PrivateNote>>.Found found:
                Notes = found.Answer;
                return Page();
            case RecordsOutcome<IReadOnlyList<PrivateNote>>.StepUpNeeded needed when !needed.StepUp.IsMetBy(User, clock.GetUtcNow()):
                return Challenge(needed.StepUp.Properties("/notes", "/notes-closed"), OpenIdConnectDefaults.AuthenticationScheme);
            case RecordsOutcome<IReadOnlyList<PrivateNote>>.SignInNeeded:
                return RedirectToPage("/Problem", new { error = "login_required" });
            // A step-up that this sign-in has been through already would lead here again, in a circle.
            case RecordsOutcome<IReadOnlyList<PrivateNote>>.StepUpNeeded or RecordsOutcome<IReadOnlyList<PrivateNote>>.Unavailable:
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Page();
            default:
                throw new UnreachableException();
        }
    }
}
