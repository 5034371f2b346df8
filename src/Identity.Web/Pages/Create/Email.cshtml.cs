using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Identity.Domain.Accounts;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 1: an address to reach the person at. What follows is the same whether it has an account or not.</summary>
internal sealed class EmailModel(Interactions interactions, CreateJourney journeys, EmailVerification verification, Text text) : JourneyPage
{
    [BindProperty]
    [Required(ErrorMessage = CreateProblems.EmailMissing)]
    [StringLength(254, ErrorMessage = CreateProblems.EmailFormat)]
    public string? Email { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is not { } interaction)
            return DeadEnd();

        var state = (await journeys.FindAsync(HttpContext, Journey))?.State;
        if (state is CreateState.EmailConfirmed or CreateState.Created)
            return Done(CreateJourney.Page(Url, Journey, state));
        Email ??= (state as CreateState.CodeSent)?.Email ?? (EmailAddress.Read(interaction.LoginHint) is EmailReading.Read ? interaction.LoginHint : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SignUpGate gate)
    {
        if (await interactions.FindAsync(HttpContext, Journey) is null)
            return DeadEnd();
        if ((await journeys.FindAsync(HttpContext, Journey))?.State is (CreateState.EmailConfirmed or CreateState.Created) and var done)
            return Done(CreateJourney.Page(Url, Journey, done));
        if (!ModelState.IsValid)
            return Page();
        if (EmailAddress.Read(Email) is not EmailReading.Read(var address))
            return Problem(nameof(Email), text[CreateProblems.EmailFormat].ToString());

        if (await gate.CodeAsync(HttpContext) is { } closed)
            return closed;

        switch (await verification.SendAsync(Journey, address, text.Locale, HttpContext.RequestAborted))
        {
            case SendOutcome.Sent:
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.CodeSent(address.Spelling));
                return Next(Url.CreateCode(Journey));
            case SendOutcome.TooManySent(var retryAt):
                return new ErrorResult(ErrorView.TooManyTries(retryAt));
            default:
                throw new UnreachableException();
        }
    }
}
