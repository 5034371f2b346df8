using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 2: the code from the e-mail. An address that has an account sees the same page.</summary>
internal sealed class CodeModel(CreateJourney journeys, EmailVerification verification, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.CodeMissing)]
    [StringLength(32, ErrorMessage = CreateProblems.CodeTooLong)]
    public string? Code { get; set; }

    /// <summary>Where the code went.</summary>
    public string Email { get; set; } = "";

    /// <summary>Whether another code was just sent.</summary>
    [TempData]
    public bool SentAgain { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (!ModelState.IsValid)
            return Page();
        if (OneTimeCode.Read(Code) is not CodeReading.Read(var code))
            return Problem(nameof(Code), text[CreateProblems.Of(OneTimeCode.Read(Code))].ToString());

        switch (await verification.ConfirmAsync(Journey, EmailAddress.Parse(Email), code, HttpContext.RequestAborted))
        {
            case CodeOutcome.Confirmed:
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.EmailConfirmed(Email));
                return Next(Url.CreatePassword(Journey));
            case CodeOutcome.Wrong:
                return Problem(nameof(Code), text[CreateProblems.CodeWrong].ToString());
            case CodeOutcome.Expired:
                return await SendAsync() ?? Problem(nameof(Code), text[CreateProblems.CodeExpired].ToString());
            case CodeOutcome.TooManyAttempts:
                return await SendAsync() ?? Problem(nameof(Code), text[CreateProblems.CodeUsedUp].ToString());
            case CodeOutcome.AlreadyUsed:
                return Done(CreateJourney.Page(Url, Journey, (await journeys.FindAsync(HttpContext, Journey))?.State));
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
        return Next(Url.CreateCode(Journey));
    }

    /// <summary>Where the person belongs instead, when this step is not theirs now.</summary>
    private async Task<IActionResult?> ElsewhereAsync()
    {
        switch ((await journeys.FindAsync(HttpContext, Journey))?.State)
        {
            case CreateState.CodeSent(var email):
                Email = email;
                return null;
            case null:
                return Next(Url.CreateEmail(Journey));
            case var further:
                return Done(CreateJourney.Page(Url, Journey, further));
        }
    }

    private async Task<IActionResult?> SendAsync() =>
        await verification.SendAsync(Journey, EmailAddress.Parse(Email), text.Locale, HttpContext.RequestAborted) is SendOutcome.TooManySent(var retryAt)
            ? new ErrorResult(ErrorView.TooManyTries(retryAt))
            : null;
}
