using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>What people are told an application is.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class DescribeModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys) : EditPage(applications, rules, journeys)
{
    [BindProperty]
    public string? AppName { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? HomePage { get; set; }

    [BindProperty]
    public string? Policy { get; set; }

    [BindProperty]
    public string? Terms { get; set; }

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>
    {
        ["client_name"] = nameof(AppName),
        ["consent.purpose"] = nameof(Purpose),
        ["client_uri"] = nameof(HomePage),
        ["policy_uri"] = nameof(Policy),
        ["tos_uri"] = nameof(Terms),
    };

    public void OnGet() => (AppName, Purpose, HomePage, Policy, Terms) =
        (Application.Client.ClientName, Application.Client.Consent.Purpose, Application.Client.ClientUri, Application.Client.PolicyUri, Application.Client.TosUri);

    public Task<IActionResult> OnPostAsync() => ProposeAsync(Application.Client with
    {
        ClientName = AppName?.Trim() ?? "",
        ClientUri = TypedLines.One(HomePage),
        PolicyUri = TypedLines.One(Policy),
        TosUri = TypedLines.One(Terms),
        Consent = Application.Client.Consent with { Purpose = Purpose?.Trim() ?? "" },
    });
}
