using Identity.Domain.Notifications;
using Identity.Domain.Phones;
using Identity.Web.Locales;
using Identity.Web.Pages.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Phones;

/// <summary>A telephone of any kind: a code is sent to it, by text or in a call.</summary>
internal sealed class AddModel(AddPhoneJourney journey, PhoneReader reader, PhoneStep step, Text text) : JourneyPage
{
    public const string ByText = "text";
    public const string ByCall = "call";

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public async Task<IActionResult> OnGetAsync() => (await journey.RequireAsync(Url)).Elsewhere ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var (session, elsewhere) = await journey.RequireAsync(Url);
        if (session is null)
            return elsewhere ?? DeadEnd();
        if (How is not (ByText or ByCall))
            ModelState.AddModelError(nameof(How), text[PhoneProblems.HowMissing].ToString());
        var reading = reader.Read(Number);
        if (reading is not PhoneReading.Read(var number))
            return Problem(nameof(Number), text[PhoneProblems.Of(reading)].ToString());
        if (!ModelState.IsValid)
            return Page();

        var (key, outcome) = await journey.BeginAsync(HttpContext, session, number, How == ByText ? MessageChannel.Text : MessageChannel.Voice);
        return key is not null ? Next(Url.ConfirmPhone(key)) : Problem(nameof(Number), step.Trouble(outcome) ?? "");
    }
}
