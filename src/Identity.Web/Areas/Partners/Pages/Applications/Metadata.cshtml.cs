using System.Text;
using System.Text.Json;
using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>The whole registration as JSON, to take along and to bring back.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class MetadataModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys, Text text) : EditPage(applications, rules, journeys)
{
    private const int Longest = 64 * 1024;

    [BindProperty]
    public string? Json { get; set; }

    public bool May => Own.May(PartnerRight.Change);

    public string Download => $"{PartnerLinks.Metadata(Own.Organisation.Id, ClientId)}?handler=File";

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>();

    public void OnGet() => Json = ApplicationJson.Write(Application.Client);

    public IActionResult OnGetFile() => File(Encoding.UTF8.GetBytes(ApplicationJson.Write(Application.Client)), "application/json", $"{ClientId}.json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May)
            return new ErrorResult(ErrorView.Refused);
        if (Json is null or { Length: > Longest })
            return Problem(nameof(Json), text["partners.metadata.noJson"].ToString());
        try
        {
            return await ProposeAsync(ClientJson.Read(Json) with { ClientId = ClientId });
        }
        catch (JsonException fault)
        {
            return Problem(nameof(Json), text["partners.metadata.wrongJson", ("fault", ApplicationJson.Explain(fault))].ToString());
        }
    }
}
