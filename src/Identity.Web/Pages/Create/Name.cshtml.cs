using Identity.Domain.Accounts;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Identity.Web.Pages.Create;

/// <summary>Step 4, when an application asks: a name of any shape, one word or many, in either box.</summary>
internal sealed class NameModel(DetailsStep details, Text text) : JourneyPage
{
    [BindProperty]
    public string? First { get; set; }

    [BindProperty]
    public string? Last { get; set; }

    /// <summary>The application that asks.</summary>
    public string Application { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await details.FindAsync(HttpContext, Journey) is not { } found)
            return await details.IsSignedOutAsync(HttpContext, Journey) ? SignInAgain() : DeadEnd();

        Show(found);
        return found.Missing.Contains("name") ? Page() : Next(found.Next(Url, done: "name"));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await details.FindAsync(HttpContext, Journey) is not { } found)
            return await details.IsSignedOutAsync(HttpContext, Journey) ? SignInAgain() : DeadEnd();

        Show(found);
        if (!found.Missing.Contains("name"))
            return Done(found.Next(Url, done: "name"));
        switch (PersonName.Read(First, Last))
        {
            case PersonNameReading.Read(var name):
                await details.SaveNameAsync(found, name, HttpContext.RequestAborted);
                return Next(found.Next(Url, done: "name"));
            case PersonNameReading.Refused(var first, var last):
                Refuse(ModelState, text, nameof(First), first);
                Refuse(ModelState, text, nameof(Last), last);
                return Page();
            default:
                return Problem(nameof(First), text[CreateProblems.NameMissing].ToString());
        }
    }

    /// <summary>Says what is wrong with one of the two fields, if something is.</summary>
    public static void Refuse(ModelStateDictionary problems, Text text, string field, NameFault? fault)
    {
        if (fault is not null)
            problems.AddModelError(field, text[fault is NameFault.TooLong ? CreateProblems.NameTooLong : CreateProblems.NameNotAName].ToString());
    }

    private void Show(DetailsStep.Found found)
    {
        MayEndAt(found.Interaction);
        Application = found.Interaction.Client?.ClientName ?? "";
    }
}
