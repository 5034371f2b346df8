using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Limits;
using Identity.Domain.Sessions;
using Identity.Web.Locales;
using Identity.Web.Pages.Create;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Password;

/// <summary>
/// Another password for somebody who knows the present one, and has just shown what else the account asks for. Whoever is not
/// signed in does that first.
/// </summary>
internal sealed class ChangeModel(
    Confirmation confirmation, AccountStore accounts, PasswordChange change, KnownDevice device) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = PasswordProblems.PresentMissing)]
    [StringLength(1024, ErrorMessage = PasswordProblems.PresentWrong)]
    public string? PresentPassword { get; set; }

    [BindProperty]
    [Required(ErrorMessage = PasswordProblems.NewMissing)]
    [StringLength(1024, ErrorMessage = CreateProblems.PasswordTooLong)]
    public string? NewPassword { get; set; }

    /// <summary>What a password manager saves the password with.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The fewest characters of a password that stands alone.</summary>
    public int Least => HttpContext.RequestServices.GetRequiredService<IOptions<CredentialOptions>>().Value.MinimumLengthAlone;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text)
    {
        var (session, account, elsewhere) = await FindAsync();
        if (session is null || account is null)
            return elsewhere ?? Next(Url.Step("/Home/Index"));
        if (!ModelState.IsValid)
            return Page();

        var network = Network.Of(HttpContext.Connection.RemoteIpAddress);
        var known = device.For(HttpContext, Email);
        switch (await change.TryAsync(session, account, PresentPassword, NewPassword, network, known, HttpContext.RequestAborted))
        {
            case PasswordChangeOutcome.Changed:
                TempData[ChangedModel.Happened] = true;
                return Next(Url.PasswordChanged());
            case PasswordChangeOutcome.Wrong:
                return Problem(nameof(PresentPassword), text[PasswordProblems.PresentWrong].ToString());
            case PasswordChangeOutcome.Same:
                return Problem(nameof(NewPassword), text[PasswordProblems.Same].ToString());
            case PasswordChangeOutcome.Refused(var verdict):
                return Problem(nameof(NewPassword), PasswordProblem.Of(verdict, text));
            case PasswordChangeOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case PasswordChangeOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            case PasswordChangeOutcome.SignedOut:
                return Next(Url.ChangePassword());
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(Session? Session, KnownAccount? Account, IActionResult? Elsewhere)> FindAsync()
    {
        var (session, elsewhere) = await confirmation.RequireBesidePasswordAsync(Url, Url.ChangePassword());
        var account = session is null ? null : await accounts.FindAsync(session.AccountId, HttpContext.RequestAborted);
        Email = account?.Identifier ?? "";
        return (session, account, elsewhere);
    }
}
