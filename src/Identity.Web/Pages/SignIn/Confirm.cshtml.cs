using System.ComponentModel.DataAnnotations;
using Identity.Domain.Credentials.Passkeys;
using Identity.Domain.Sessions.Trust;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Locales;
using Identity.Web.Pages.Authenticator;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.SignIn;

/// <summary>C3 and C7: says why it matters who is there, and asks how they want to show it.</summary>
internal sealed class ConfirmModel(Interactions interactions, ConfirmStep step, ConfirmChoices choices, PasskeyEnrolment passkeys) : JourneyPage
{
    /// <summary>What is chosen by whoever has none of the others at hand.</summary>
    public const string None = "None";

    /// <summary>Where the page after setting up an app finds the journey to go back to.</summary>
    public const string Back = "journey";

    /// <summary>Where it finds why the page of a code from a telephone has led back here.</summary>
    public const string PhoneTrouble = "phone-trouble";

    [BindProperty]
    [Required(ErrorMessage = SignInProblems.WayMissing)]
    [StringLength(64, ErrorMessage = SignInProblems.WayMissing)]
    public string? Chosen { get; set; }

    public IReadOnlyList<ConfirmChoice> Choices { get; private set; } = [];

    public ConfirmReason Reason { get; private set; } = ConfirmReason.None;

    /// <summary>Why no other code was sent to a telephone, in words.</summary>
    [TempData(Key = PhoneTrouble)]
    public string? Trouble { get; set; }

    /// <summary>Whether somebody came who does not have the one way at hand; else a single way is not worth a question.</summary>
    [FromQuery(Name = "other")]
    public bool Other { get; set; }

    /// <summary>Whether a passkey would be enough, and can be added first.</summary>
    public bool MayAddPasskey => Found is { Session: not null } && passkeys.IsAvailable;

    /// <summary>Whether an authenticator app beside the password would be enough.</summary>
    public bool MayAddApp => Found is { Session: not null, Held: { Password: true, App: false }, Need.Trust: CredentialTrust.Aal2 };

    private ConfirmStep.Found? Found { get; set; }

    /// <summary>The way out for whoever has nothing that would do.</summary>
    public Message GoOn(Text words) => Found?.Interaction.Client is { } client
        ? words["confirm.backTo", ("app", client.ClientName)]
        : words["confirm.back"];

    /// <summary>The journey that whoever sets up an app on the way comes back to.</summary>
    [TempData(Key = Back)]
    public string? AppThen { get; set; }

    public IActionResult OnGetApp()
    {
        AppThen = Journey;
        return Next(Url.SetUpApp());
    }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync()
        ?? (Found?.Obvious is { } way && !Other && ModelState.IsValid ? Next(Url.Confirm(way, Journey)) : Page());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        if (Chosen == None)
            return Next(await step.CannotAsync(Found!, HttpContext.RequestAborted)); // Else it were elsewhere.
        if (!ModelState.IsValid)
            return Page();

        var (next, problem) = await choices.ChooseAsync(Url, Journey, Found!, Chosen); // As above.
        return next is not null ? Next(next) : Problem(nameof(Chosen), problem ?? "");
    }

    private async Task<IActionResult?> ElsewhereAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();
        if (await step.FindAsync(HttpContext, interaction) is not { } found)
            return Next(Url.SignInEmail(Journey));
        if (found.IsMet)
            return Done(interaction.ContinueUrl);

        MayEndAt(interaction);
        (Found, Reason) = (found, ConfirmReason.Of(found));
        Choices = await choices.OfAsync(found, HttpContext.RequestAborted);
        return null;
    }
}
