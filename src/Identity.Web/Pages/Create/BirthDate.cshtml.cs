using System.Globalization;
using Identity.Domain.Accounts;
using Identity.Web.Components;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Step 5, when an application asks: the date of birth.</summary>
internal sealed class BirthDateModel(DetailsStep details, Text text, TimeProvider clock) : JourneyPage
{
    [BindProperty]
    public DateParts Birth { get; set; } = new();

    /// <summary>Whether the person says that they do not know all of it.</summary>
    [BindProperty]
    public bool InPart { get; set; }

    /// <summary>The application that asks.</summary>
    public string Application { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await details.FindAsync(HttpContext, Journey) is not { } found)
            return await details.IsSignedOutAsync(HttpContext, Journey) ? SignInAgain() : DeadEnd();

        Show(found);
        return found.Missing.Contains("birthdate") ? Page() : Next(found.Next(Url, done: "birthdate"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await details.FindAsync(HttpContext, Journey) is not { } found)
            return await details.IsSignedOutAsync(HttpContext, Journey) ? SignInAgain() : DeadEnd();

        Show(found);
        if (!found.Missing.Contains("birthdate"))
            return Done(found.Next(Url, done: "birthdate"));

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        switch (BirthDate.Read(Birth.Day, Birth.Month, Birth.Year, InPart, today, CultureInfo.CurrentUICulture))
        {
            case BirthDateReading.Read(var date):
                await details.SaveBirthDateAsync(found, date, HttpContext.RequestAborted);
                return Next(found.Next(Url, done: "birthdate"));
            case var refused:
                var (field, words) = BirthDateProblem.Of(refused, nameof(Birth));
                return Problem(field, text[words].ToString());
        }
    }

    private void Show(DetailsStep.Found found)
    {
        MayEndAt(found.Interaction);
        Application = found.Interaction.Client?.ClientName ?? "";
    }
}
