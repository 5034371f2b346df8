using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Create;

/// <summary>Step 3: a password, typed once and shown on demand.</summary>
internal sealed class PasswordModel(
    Interactions interactions, CreateJourney journeys, AccountStore accounts, BrowserSession browser, IOptions<CredentialOptions> options) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.PasswordMissing)]
    [StringLength(1024, ErrorMessage = CreateProblems.PasswordTooLong)]
    public string? Password { get; set; }

    /// <summary>What a password manager saves the password with.</summary>
    public string Email { get; set; } = "";

    /// <summary>The fewest characters: 15 for a password that stands alone.</summary>
    public int Least => options.Value.MinimumLengthAlone;

    public async Task<IActionResult> OnGetAsync() => (await FindAsync()).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text, [FromServices] NewDevice device)
    {
        var (interaction, elsewhere) = await FindAsync();
        if (interaction is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();

        var account = new NewAccount(EmailAddress.Parse(Email)) { Locale = text.Locale };
        switch (await accounts.CreateAsync(account, Password, HttpContext.RequestAborted))
        {
            case CreateOutcome.Created(var id):
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.Created(id));
                var session = await browser.SignInAsync(HttpContext, id, ProofMethod.Password);
                device.Know(HttpContext, id);
                await interactions.SignedInAsync(interaction, session, HttpContext.RequestAborted);
                return Next(interaction.ContinueUrl);
            case CreateOutcome.EmailTaken:
                // Somebody else finished with the same address in the meantime.
                return Next($"~/sign-in/{Journey}");
            case CreateOutcome.PasswordRefused(var verdict):
                return Problem(nameof(Password), PasswordProblem.Of(verdict, text));
            case CreateOutcome.Busy(var retryAfter):
                return new ErrorResult(ErrorView.Unavailable(retryAfter));
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(AuthorizationInteraction? Interaction, IActionResult? Elsewhere)> FindAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return (null, DeadEnd());
        switch ((await journeys.FindAsync(HttpContext, Journey))?.State)
        {
            case CreateState.EmailConfirmed(var email):
                Email = email;
                MayEndAt(interaction);
                return (interaction, null);
            case CreateState.Created:
                return (null, Done(interaction.ContinueUrl));
            case var earlier:
                return (null, Next(CreateJourney.Page(Url, Journey, earlier)));
        }
    }
}
