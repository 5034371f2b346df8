using Identity.Domain.Audit;
using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Every change of an application, who made it, and the way back to how it was.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class HistoryModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys, Colleagues colleagues, Text text) : EditPage(applications, rules, journeys)
{
    internal sealed record Entry(int Version, DateTimeOffset At, string? Who, IReadOnlyList<MemberChange> Changes);

    private IReadOnlyList<ApplicationVersion> _versions = [];

    [BindProperty]
    public string? Restore { get; set; }

    public bool May => Own.May(PartnerRight.Change);

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<ApplicationVersion> Earlier => [.. _versions.Where(version => version.Version < Application.Version)];

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>();

    public async Task OnGetAsync()
    {
        _versions = await Applications.HistoryAsync(Application, int.MaxValue, Aborted);
        var people = (await colleagues.ListAsync(Own.Organisation.Id, Aborted)).ToDictionary(person => AuditSubject.Account(person.AccountId).Value, person => person.Name.Length > 0 ? person.Name : person.Contact);
        Entries = [.. _versions.Select((version, at) => new Entry(version.Version, version.At, people.GetValueOrDefault(version.Actor),
            at + 1 < _versions.Count ? ClientChange.Between(_versions[at + 1].Client, version.Client) : []))];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!May)
            return new ErrorResult(ErrorView.Refused);
        await OnGetAsync();
        return int.TryParse(Restore, out var number) && await Applications.FindVersionAsync(Application, number, Aborted) is { } version
            ? await ProposeAsync(version.Client)
            : Problem(nameof(Restore), text["partners.history.noRestore"].ToString());
    }
}
