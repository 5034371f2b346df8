using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Organisations;

/// <summary>An organisation: its applications and its people.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class IndexModel(Colleagues colleagues, PartnerApplications applications) : PartnerPage
{
    /// <summary>What is looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    /// <summary>After which application the page begins.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public string Query => Words?.Trim() ?? "";

    public int People { get; private set; }

    public IReadOnlyList<Application> Applications { get; private set; } = [];

    /// <summary>The address of the next ones; null where there are none.</summary>
    public string? More { get; private set; }

    /// <summary>Whether there are so many that somebody looks for one.</summary>
    public bool MaySearch => Query.Length > 0 || More is not null || After is not null || Applications.Count > 5;

    public async Task OnGetAsync()
    {
        People = (await colleagues.ListAsync(Own.Organisation.Id, Aborted)).Count;
        if (Query.Length > 0)
        {
            Applications = await applications.SearchAsync(Own.Organisation.Id, Query, Aborted);
            return;
        }

        var page = await applications.ListAsync(Own.Organisation.Id, After is { Length: <= 200 } ? After : null, Aborted);
        Applications = page.Applications;
        More = page.Next is { } next ? $"{PartnerLinks.Organisation(Own.Organisation.Id)}?after={Uri.EscapeDataString(next)}" : null;
    }
}
