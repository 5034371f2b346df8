using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>The password of whoever is signed in, once more.</summary>
internal sealed class ConfirmPasswordModel(ConfirmStep step, AccountStore accounts, PasswordSignIn passwords, KnownDevice device) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = SignInProblems.PasswordMissing)]
    [StringLength(1024, ErrorMessage = SignInProblems.PasswordWrong)]
    public string? Password { get; set; }

    public string Email { get; private set; } = "";

    public ConfirmReason Reason { get; private set; } = ConfirmReason.None;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text, [FromServices] SignInStep signIn)
    {
        var (found, elsewhere) = await FindAsync();
        if (found is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();

        var network = Network.Of(HttpContext.Connection.RemoteIpAddress);
        switch (await passwords.TryAsync(Email, Password, network, device.For(HttpContext, Email), HttpContext.RequestAborted))
        {
            case PasswordOutcome.Correct(var account) when account == found.Account:
                return Next(await signIn.ProvedAsync(Url, found.Interaction, account, ProofMethod.Password));
            case PasswordOutcome.Correct or PasswordOutcome.Wrong:
                return Problem(nameof(Password), text[SignInProblems.PasswordWrong].ToString());
            case PasswordOutcome.Held(var reason):
                return new ErrorResult(ErrorView.AccountHeld(reason));
            case PasswordOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case PasswordOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(ConfirmStep.Found? Found, IActionResult? Elsewhere)> FindAsync()
    {
        var (found, elsewhere) = await step.RequireAsync(this, Way.Password);
        if (found is null)
            return (null, elsewhere);

        Reason = ConfirmReason.Of(found);
        Email = (await accounts.FindAsync(found.Account, HttpContext.RequestAborted))?.Identifier ?? "";
        return (found, null);
    }
}
