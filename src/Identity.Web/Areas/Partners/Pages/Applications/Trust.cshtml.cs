using System.Globalization;
using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>How sure an application has to be that it is them.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class TrustModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys, Text text) : EditPage(applications, rules, journeys)
{
    public const string Any = "any";

    [BindProperty]
    public string? Confirmed { get; set; }

    [BindProperty]
    public string? Vectors { get; set; }

    [BindProperty]
    public string? MaxAge { get; set; }

    [BindProperty]
    public bool Pushed { get; set; }

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>
    {
        ["default_acr_values"] = nameof(Confirmed),
        ["vectors_of_trust"] = nameof(Vectors),
        ["default_max_age"] = nameof(MaxAge),
    };

    public void OnGet() => (Confirmed, Vectors, MaxAge, Pushed) = (
        Application.Client.DefaultAcrValues is [var first, ..] ? first : Any, TypedLines.Show(Application.Client.VectorsOfTrust),
        Application.Client.DefaultMaxAge?.ToString(CultureInfo.InvariantCulture), Application.Client.RequirePushedAuthorizationRequests);

    public async Task<IActionResult> OnPostAsync()
    {
        int? seconds = int.TryParse(MaxAge, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (seconds is null && !string.IsNullOrWhiteSpace(MaxAge))
            ModelState.AddModelError(nameof(MaxAge), text["partners.trust.noMaxAge"].ToString());
        if (Confirmed is null)
            ModelState.AddModelError(nameof(Confirmed), text["partners.trust.noConfirmed"].ToString());
        return await ProposeAsync(Application.Client with
        {
            DefaultAcrValues = Confirmed is null or Any ? [] : [Confirmed],
            VectorsOfTrust = TypedLines.Of(Vectors),
            DefaultMaxAge = seconds,
            RequirePushedAuthorizationRequests = Pushed,
        });
    }
}
