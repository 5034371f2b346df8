using System.Diagnostics;
using Identity.Domain.Credentials.BackupCodes;
using Identity.Domain.Limits;
using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C4: one of the codes from the sheet, which is used up by it.</summary>
internal sealed class BackupCodeModel(ConfirmStep step, BackupCodes codes, Text text) : JourneyPage
{
    [BindProperty]
    public string? Code { get; set; }

    public ConfirmReason Reason { get; private set; } = ConfirmReason.None;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] SignInStep signIn)
    {
        var (found, elsewhere) = await FindAsync();
        if (found is null)
            return elsewhere ?? DeadEnd();

        switch (await codes.TryAsync(found.Account, Code, Network.Of(HttpContext.Connection.RemoteIpAddress), HttpContext.RequestAborted))
        {
            case BackupCodeOutcome.Correct:
                return Next(await signIn.ProvedAsync(Url, found.Interaction, found.Account, ProofMethod.BackupCode));
            case BackupCodeOutcome.Empty:
                return Problem(nameof(Code), text[SignInProblems.BackupCodeMissing].ToString());
            case BackupCodeOutcome.Wrong:
                return Problem(nameof(Code), text[SignInProblems.BackupCodeWrong].ToString());
            case BackupCodeOutcome.AlreadyUsed:
                return Problem(nameof(Code), text[SignInProblems.BackupCodeUsed].ToString());
            case BackupCodeOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(ConfirmStep.Found? Found, IActionResult? Elsewhere)> FindAsync()
    {
        var (found, elsewhere) = await step.RequireAsync(this, Way.BackupCode);
        if (found is not null)
            Reason = ConfirmReason.Of(found);
        return (found, elsewhere);
    }
}
