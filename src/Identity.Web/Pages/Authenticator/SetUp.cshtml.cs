using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Credentials.AuthenticatorApps;
using Identity.Domain.Limits;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Authenticator;

/// <summary>Tells an app its secret, by a picture or by hand, and asks for a code that shows it was understood.</summary>
internal sealed class SetUpModel(SetUpJourney journey, AuthenticatorApps apps, BrowserSession browser, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = AuthenticatorProblems.CodeMissing)]
    [StringLength(64, ErrorMessage = AuthenticatorProblems.CodeTooLong)]
    public string? Code { get; set; }

    /// <summary>What the picture holds.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the app calls the account.</summary>
    public string Account { get; private set; } = "";

    /// <summary>The secret, to be typed.</summary>
    public string Key { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var (found, elsewhere) = await journey.RequireAsync(Url, Journey);
        return found is null ? elsewhere! : Show(found); // One of them is there.
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (found, elsewhere) = await journey.RequireAsync(Url, Journey);
        if (found is null)
            return elsewhere!; // One of them is there.
        if (!ModelState.IsValid)
            return Show(found);

        var network = Network.Of(HttpContext.Connection.RemoteIpAddress);
        switch (await apps.AddAsync(found.Session, found.Account, found.Secret, Code, network, HttpContext.RequestAborted))
        {
            case AppEnrolmentOutcome.Added:
                await journey.EndAsync(Journey, HttpContext.RequestAborted);
                // They have just shown it: nobody is asked for a second code at once.
                await browser.ConfirmAsync(HttpContext, found.Session, ProofMethod.AuthenticatorApp);
                TempData[AddedModel.Happened] = true;
                return Next(Url.AppAdded());
            case AppEnrolmentOutcome.Unreadable(var reading):
                return Problem(nameof(Code), text[AuthenticatorProblems.Of(reading)].ToString());
            case AppEnrolmentOutcome.Wrong:
                return Problem(nameof(Code), text[AuthenticatorProblems.CodeWrong].ToString());
            case AppEnrolmentOutcome.AlreadyHas:
                return Done(Url.RemoveApp());
            case AppEnrolmentOutcome.TooManyAttempts(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case AppEnrolmentOutcome.SignedOut:
                return Next(Url.SetUpApp());
            default:
                throw new UnreachableException();
        }
    }

    private IActionResult Show(SetUpJourney.Found found)
    {
        Account = found.Account.Identifier;
        Address = found.Secret.Address(text["brand.name"].ToString(), Account);
        Key = found.Secret.Grouped;
        return Page();
    }
}
