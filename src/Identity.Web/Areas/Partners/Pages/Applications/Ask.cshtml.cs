using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Verification.Claims;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Whether an application asks for one thing, and why.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class AskModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys, ClientDirectory clients, Text text) : EditPage(applications, rules, journeys)
{
    public const string None = "none";
    public const string Optional = "optional";
    public const string Required = "required";

    [BindProperty]
    public string? Use { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    public AskedItem Item { get; private set; } = null!; // Set before the page is shown.

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string> { ["consent"] = nameof(Purpose) };

    public IActionResult OnGet([FromServices] ClaimLevels levels)
    {
        if (!Find(levels))
            return new ErrorResult(ErrorView.NotFound);
        (Use, Purpose) = (Item.Term is { } term ? term.Required ? Required : Optional : None, Item.Purpose);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] ClaimLevels levels)
    {
        if (!Find(levels))
            return new ErrorResult(ErrorView.NotFound);
        return Use is None or Optional or Required
            ? await ProposeAsync(Item.On(Application.Client, Use == None ? null : new ConsentTerm(Use == Required, Purpose?.Trim() ?? "")))
            : Problem(nameof(Use), text["partners.ask.noUse"].ToString());
    }

    private bool Find(ClaimLevels levels)
    {
        var found = AskedItem.All(Application.Client, clients.Current, levels).FirstOrDefault(item => item.Name == RouteData.Values["item"] as string);
        if (found is not null)
            Item = found;
        return found is not null;
    }
}
