using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Where people are sent back to.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class AddressesModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys) : EditPage(applications, rules, journeys)
{
    [BindProperty]
    public string? Redirects { get; set; }

    [BindProperty]
    public string? AfterSignOut { get; set; }

    [BindProperty]
    public string? Start { get; set; }

    [BindProperty]
    public string? Sector { get; set; }

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>
    {
        ["redirect_uris"] = nameof(Redirects),
        ["post_logout_redirect_uris"] = nameof(AfterSignOut),
        ["initiate_login_uri"] = nameof(Start),
        ["sector_identifier"] = nameof(Sector),
    };

    public void OnGet() => (Redirects, AfterSignOut, Start, Sector) = (
        TypedLines.Show(Application.Client.RedirectUris), TypedLines.Show(Application.Client.PostLogoutRedirectUris), Application.Client.InitiateLoginUri, Application.Client.SectorIdentifier);

    public Task<IActionResult> OnPostAsync() => ProposeAsync(Application.Client with
    {
        RedirectUris = TypedLines.Of(Redirects),
        PostLogoutRedirectUris = TypedLines.Of(AfterSignOut),
        InitiateLoginUri = TypedLines.One(Start),
        SectorIdentifier = TypedLines.One(Sector),
    });
}
