using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.ChangeEmail;

/// <summary>The code that shows that they read the new address. One that has an account sees the same page.</summary>
internal sealed class CodeModel(ChangeEmailJourney journey, Text text) : JourneyPage
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether another code was just sent.</summary>
    [TempData]
    public bool SentAgain { get; set; }

    public string Email => Found?.Email.Spelling ?? "";

    private ChangeEmailJourney.Found? Found { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (OneTimeCode.Read(Code) is not CodeReading.Read(var code))
            return Problem(nameof(Code), text[CreateProblems.Of(OneTimeCode.Read(Code))].ToString());

        switch (await journey.ConfirmAsync(Found!, code, HttpContext.RequestAborted)) // Else it were elsewhere.
        {
            case CodeOutcome.Confirmed:
                return Next(Url.ChangeEmail());
            case CodeOutcome.AlreadyUsed:
                return Done(Url.ChangeEmail());
            case CodeOutcome.Wrong:
                return Problem(nameof(Code), text[CreateProblems.CodeWrong].ToString());
            case CodeOutcome.Expired:
                return await SendAsync() ?? Problem(nameof(Code), text[CreateProblems.CodeExpired].ToString());
            case CodeOutcome.TooManyAttempts:
                return await SendAsync() ?? Problem(nameof(Code), text[CreateProblems.CodeUsedUp].ToString());
            default:
                throw new UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostResendAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (await SendAsync() is { } refused)
            return refused;
        SentAgain = true;
        return Next(Url.ConfirmEmail(Journey));
    }

    private async Task<IActionResult?> SendAsync() => await journey.SendAsync(Found!, HttpContext.RequestAborted) is SendOutcome.TooManySent(var retryAt) // As above.
        ? new ErrorResult(ErrorView.TooManyTries(retryAt))
        : null;

    private async Task<IActionResult?> ElsewhereAsync()
    {
        (Found, var elsewhere) = await journey.RequireAsync(Url, Journey);
        return elsewhere;
    }
}
