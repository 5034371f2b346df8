using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials;
using Identity.Domain.Sessions.Trust;
using Identity.Domain.SignInIds;
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
    public string Email => Beginning?.Email?.Spelling ?? Beginning?.SignInId?.Text ?? "";

    /// <summary>Whether a passkey can take its place, which is made for an address.</summary>
    public bool MayUsePasskey => Beginning?.Email is not null;

    private NewAccount? Beginning { get; set; }

    /// <summary>The fewest characters: 15 for a password that stands alone.</summary>
    public int Least => options.Value.MinimumLengthAlone;

    public async Task<IActionResult> OnGetAsync([FromServices] Text text) => (await FindAsync(text)).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text, [FromServices] NewDevice device, [FromServices] FirstSheet sheet, [FromServices] SignUpGate gate)
    {
        var (interaction, elsewhere) = await FindAsync(text);
        if (interaction is null)
            return elsewhere ?? DeadEnd();
        if (!ModelState.IsValid)
            return Page();

        // A password that is refused costs nothing.
        if (accounts.Judge(Beginning!, Password) is PasswordVerdict.Accepted && await gate.AccountAsync(HttpContext) is { } closed) // Found, or it were elsewhere.
            return closed;

        switch (await accounts.CreateAsync(Beginning!, Password, HttpContext.RequestAborted)) // Found, or it were elsewhere.
        {
            case CreateOutcome.Created(var id):
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.Created(id));
                var session = await browser.SignInAsync(HttpContext, id, ProofMethod.Password);
                device.Know(HttpContext, id);
                await interactions.SignedInAsync(interaction, session, HttpContext.RequestAborted);
                return Next(Beginning!.Email is null ? await sheet.MakeAsync(HttpContext, Url, session, interaction) : interaction.ContinueUrl);
            case CreateOutcome.EmailTaken when Beginning is { SignInId: not null, Name: { } name }:
                // As good as never: another ID, and the same form once more.
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.Named(SignInId.Create().Text, name.Given, name.Family));
                return Next(Url.CreatePassword(Journey));
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

    private async Task<(AuthorizationInteraction? Interaction, IActionResult? Elsewhere)> FindAsync(Text text)
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return (null, DeadEnd());
        switch ((await journeys.FindAsync(HttpContext, Journey))?.State)
        {
            case CreateState.EmailConfirmed(var email):
                Beginning = new NewAccount(EmailAddress.Parse(email)) { Locale = text.Locale };
                break;
            case CreateState.Named(var id, var given, var family):
                Beginning = new NewAccount(Email: null) { SignInId = SignInId.Read(id), Name = PersonName.FromStored(given, family), Locale = text.Locale };
                break;
            case CreateState.Created:
                return (null, Done(interaction.ContinueUrl));
            case var earlier:
                return (null, Next(CreateJourney.Page(Url, Journey, earlier)));
        }

        MayEndAt(interaction);
        return (interaction, null);
    }
}
