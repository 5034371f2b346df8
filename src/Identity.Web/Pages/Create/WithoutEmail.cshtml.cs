using Identity.Domain.Accounts;
using Identity.Domain.SignInIds;
using Identity.Protocol.Interaction;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 1 for whoever has no e-mail address: a name, and then a sign-in ID in the place of the address.</summary>
internal sealed class WithoutEmailModel(Interactions interactions, CreateJourney journeys, Text text) : JourneyPage
{
    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ElsewhereAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ElsewhereAsync() is { } elsewhere)
            return elsewhere;
        switch (PersonName.Read(First, Last))
        {
            case PersonNameReading.Read(var name):
                await journeys.SaveAsync(HttpContext, Journey, new CreateState.Named(SignInId.Create().Text, name.Given, name.Family));
                return Next(Url.CreatePassword(Journey));
            case PersonNameReading.Refused(var first, var last):
                NameModel.Refuse(ModelState, text, nameof(First), first);
                NameModel.Refuse(ModelState, text, nameof(Last), last);
                return Page();
            default:
                return Problem(nameof(First), text[CreateProblems.NameMissing].ToString());
        }
    }

    private async Task<IActionResult?> ElsewhereAsync()
    {
        if (await interactions.FindAsync(HttpContext, Journey) is null)
            return DeadEnd();
        return (await journeys.FindAsync(HttpContext, Journey))?.State is CreateState.Created done ? Done(CreateJourney.Page(Url, Journey, done)) : null;
    }
}
