using Identity.Domain.Support.Verification;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.CallerCheck;

/// <summary>Somebody on the telephone with support types the number they were told, signed in by the most that their account has.</summary>
internal sealed class SignedInModel(Confirmation confirmation, CallerChecks checks, Text text) : JourneyPage
{
    private const string Here = "/account/caller";

    [BindProperty]
    public string? NumberCode { get; set; }

    [TempData(Key = "caller-passed")]
    public bool Passed { get; set; }

    public async Task<IActionResult> OnGetAsync() => (await confirmation.RequireAsync(Url, Here)).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await confirmation.RequireAsync(Url, Here);
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (!await checks.ConfirmAsync(session.AccountId, NumberCode, HttpContext.RequestAborted))
            return Problem(nameof(NumberCode), text["caller.wrongNumber"].ToString());

        Passed = true;
        return Next("~" + Here);
    }
}
