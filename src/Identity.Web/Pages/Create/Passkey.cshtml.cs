using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Passkeys;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 3 without a password: an account that begins with a passkey. The page that asks for a password posts here too.</summary>
internal sealed class PasskeyModel(Interactions interactions, CreateJourney journeys, PasskeyEnrolment passkeys, BrowserSession browser) : JourneyPage
{
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Why the last try did not work, by the key of its words.</summary>
    [TempData(Key = "passkey-trouble")]
    public string? Trouble { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await EmailAsync() is null)
            return Next(Url.CreatePassword(Journey));

        MayEndAt(interaction);
        return Page();
    }

    /// <summary>The question, for script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => passkeys.IsAvailable && await EmailAsync() is { } email
        ? Content((await passkeys.BeginForNewAsync(email, BrowserSession.Bind(HttpContext), HttpContext.RequestAborted)).OptionsJson, "application/json")
        : NotFound();

    public async Task<IActionResult> OnPostAsync([FromServices] Text text, [FromServices] NewDevice device, [FromServices] SignUpGate gate)
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (!passkeys.IsAvailable || await EmailAsync() is not { } email)
            return Next(Url.CreatePassword(Journey));

        if (await gate.AccountAsync(HttpContext) is { } closed)
            return closed;

        var account = new NewAccount(email) { Locale = text.Locale };
        switch (await passkeys.CreateAccountAsync(account, BrowserSession.Bind(HttpContext), Credential, HttpContext.RequestAborted))
        {
            case CreateWithPasskeyOutcome.Created(var id, _, var facts):
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.Created(id));
                var session = await browser.SignInAsync(HttpContext, id, PasskeyVerdict.Method(facts));
                device.Know(HttpContext, id);
                await interactions.SignedInAsync(interaction, session, HttpContext.RequestAborted);
                return Next(interaction.ContinueUrl);
            case CreateWithPasskeyOutcome.EmailTaken:
                // Somebody else finished with the same address in the meantime.
                return Next($"~/sign-in/{Journey}");
            case CreateWithPasskeyOutcome.Expired:
                Trouble = "passkey.expired";
                return Next(Url.CreatePasskey(Journey));
            case CreateWithPasskeyOutcome.Refused:
                Trouble = "passkey.refused";
                return Next(Url.CreatePasskey(Journey));
            default:
                throw new UnreachableException();
        }
    }

    // Only an address that its owner has shown to read, in this journey.
    private async Task<EmailAddress?> EmailAsync() =>
        (await journeys.FindAsync(HttpContext, Journey))?.State is CreateState.EmailConfirmed(var email) ? EmailAddress.Parse(email) : null;
}
