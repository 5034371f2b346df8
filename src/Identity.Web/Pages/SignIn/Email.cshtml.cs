using System.ComponentModel.DataAnnotations;
using Identity.Domain.Accounts;
using Identity.Domain.Credentials.Upstream;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C1: who is signing in, by e-mail address or sign-in ID. The next page is the same for all of them.</summary>
internal sealed class EmailModel(Interactions interactions, BrowserSession browser, UpstreamProviders providers, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = SignInProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = SignInProblems.EmailFormat)]
    public string? Email { get; set; }

    /// <summary>The application that waits, if one does.</summary>
    public string? Application { get; set; }

    /// <summary>Other providers that people may sign in at.</summary>
    public IEnumerable<(string Name, string Organisation)> Elsewhere => providers.All.Select(provider => (provider.Name, UpstreamTrip.NameOf(provider)));

    public Message Heading(Text words) => Application is null
        ? words["signIn.email.title"]
        : words["signIn.email.titleFor", ("app", Application)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await browser.FindAsync(HttpContext) is { } session && interaction.State.SignedInSession == session.Id)
            return Next(interaction.ContinueUrl);

        Show(interaction);
        Email ??= interaction.LoginHint;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();

        Show(interaction);
        if (!ModelState.IsValid)
            return Page();
        if (AccountIdentifier.Read(Email) is not { } identifier)
            return Problem(nameof(Email), text[SignInProblems.EmailFormat].ToString());

        await interactions.TypedAsync(interaction, identifier.Spelling, HttpContext.RequestAborted);
        return Next(Url.SignInPassword(Journey));
    }

    private void Show(AuthorizationInteraction interaction)
    {
        // The passkey form ends where the journey does.
        MayEndAt(interaction);
        Application = interaction.Client?.ClientName;
    }
}
