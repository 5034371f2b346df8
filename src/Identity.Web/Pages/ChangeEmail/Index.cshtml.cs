using System.ComponentModel.DataAnnotations;
using Identity.Domain.Accounts;
using Identity.Domain.Accounts.EmailChange;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ChangeEmail;

/// <summary>Another e-mail address, and the one that waits, which can be kept from coming.</summary>
internal sealed class IndexModel(ChangeEmailJourney journey, EmailChanges changes, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = CreateProblems.EmailFormat)]
    public string? Email { get; set; }

    public PendingEmail? Pending { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (session, elsewhere) = await journey.RequireAsync(Url);
        if (session is not null)
            Pending = await changes.PendingAsync(session.AccountId, HttpContext.RequestAborted);
        return elsewhere ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await journey.RequireAsync(Url);
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();
        if (EmailAddress.Read(Email) is not EmailReading.Read(var address))
            return Problem(nameof(Email), text[CreateProblems.EmailFormat].ToString());

        var (key, outcome) = await journey.BeginAsync(HttpContext, session, address);
        return outcome is SendOutcome.TooManySent(var retryAt) ? new ErrorResult(ErrorView.TooManyTries(retryAt)) : Next(Url.ConfirmEmail(key));
    }

    /// <summary>The present address stays.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var (session, elsewhere) = await journey.RequireAsync(Url);
        if (session is null)
            return elsewhere ?? DeadEnd();
        await changes.CancelAsync(session.AccountId, "owner", HttpContext.RequestAborted);
        return Next(Url.ChangeEmail());
    }
}
