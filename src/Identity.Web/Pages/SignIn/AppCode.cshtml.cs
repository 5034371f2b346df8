using System.Diagnostics;
using Identity.Domain.Credentials;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Limits;
using Identity.Domain.Sessions.Trust;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C4: the code that an authenticator app shows now.</summary>
internal sealed class AppCodeModel(ConfirmStep step, AuthenticatorApps apps, DeviceTrust trust, Text text) : JourneyPage
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Trust { get; set; } = [];

    public ConfirmReason Reason { get; private set; } = ConfirmReason.None;

    /// <summary>Whether this is the second step of a sign-in, which a trusted device leaves out; a step-up never is.</summary>
    public bool MayTrust { get; private set; }

    public int TrustDays => trust.Days;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] SignInStep signIn)
    {
        var (found, elsewhere) = await FindAsync();
        if (found is null)
            return elsewhere ?? DeadEnd();

        switch (await apps.TryAsync(found.Account, Code, Network.Of(HttpContext.Connection.RemoteIpAddress), HttpContext.RequestAborted))
        {
            case AppOutcome.Correct:
                if (MayTrust && Trust.Contains(DeviceTrust.Yes))
                    await trust.KeepAsync(HttpContext, found.Account);
                return Next(await signIn.ProvedAsync(Url, found.Interaction, found.Account, ProofMethod.AuthenticatorApp));
            case AppOutcome.Unreadable(var reading):
                return Problem(nameof(Code), text[SignInProblems.Of(reading)].ToString());
            case AppOutcome.AlreadyUsed:
                return Problem(nameof(Code), text[SignInProblems.CodeUsed].ToString());
            case AppOutcome.Wrong:
                return Problem(nameof(Code), text[SignInProblems.CodeWrong].ToString());
            case AppOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case AppOutcome.None:
                return Next(Url.Confirm(Journey));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(ConfirmStep.Found? Found, IActionResult? Elsewhere)> FindAsync()
    {
        var (found, elsewhere) = await step.RequireAsync(this, Way.App);
        if (found is not null)
            (Reason, MayTrust) = (ConfirmReason.Of(found), found.Session is null);
        return (found, elsewhere);
    }
}
