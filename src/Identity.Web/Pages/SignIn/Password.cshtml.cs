using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C2: the password. Whatever is wrong, the answer is the same words.</summary>
internal sealed class PasswordModel(Interactions interactions, BrowserSession browser, PasswordSignIn passwords, KnownDevice device, Text text) : JourneyPage
{
    // Passwords of any length a person would type are read; what is longer is refused in words.
    [BindProperty]
    [Required(ErrorMessage = SignInProblems.PasswordMissing)]
    [StringLength(1024, ErrorMessage = SignInProblems.Wrong)]
    public string? Password { get; set; }

    /// <summary>The address typed before, as it was typed.</summary>
    public string Email { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await browser.FindAsync(HttpContext) is { } session && interaction.State.SignedInSession == session.Id)
            return Next(interaction.ContinueUrl);
        return Show(interaction) ? Page() : Next(Url.SignInEmail(Journey));
    }

    public async Task<IActionResult> OnPostAsync([FromServices] ChosenLanguage language, [FromServices] SignInStep signIn, [FromServices] AttemptNotices notices)
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (!Show(interaction))
            return Next(Url.SignInEmail(Journey));
        if (!ModelState.IsValid)
            return Page();

        var network = Network.Of(HttpContext.Connection.RemoteIpAddress);
        switch (await passwords.TryAsync(Email, Password, network, device.For(HttpContext, Email), HttpContext.RequestAborted))
        {
            case PasswordOutcome.Correct(var account):
                device.Remember(HttpContext, Email);
                await language.RememberAsync(HttpContext, account);
                return Next(await signIn.ProvedAsync(Url, interaction, account, ProofMethod.Password));
            case PasswordOutcome.Wrong:
                return Problem(nameof(Password), text[SignInProblems.WrongFor(Email)].ToString());
            case PasswordOutcome.Held(var reason):
                return new ErrorResult(ErrorView.AccountHeld(reason));
            case PasswordOutcome.TooManyAttempts(var retryAt) { Counted: var counted }:
                if (counted)
                    HttpContext.Response.OnCompleted(() => notices.TellAsync(Email, CancellationToken.None));
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            case PasswordOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            default:
                throw new UnreachableException();
        }
    }

    private bool Show(AuthorizationInteraction interaction)
    {
        MayEndAt(interaction);
        Email = interaction.State.Email ?? "";
        return Email.Length > 0;
    }
}
