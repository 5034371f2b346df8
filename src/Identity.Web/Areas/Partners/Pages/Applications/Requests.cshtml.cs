using Identity.Domain.Audit;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Domain.Partners.Traces;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>D10: the last requests of an application, each refusal with what was sent and how to mend it; nothing of a citizen's is among it.</summary>
[OpenTo(PartnerRight.See)]
internal sealed class RequestsModel(PartnerApplications applications, ClientTraces traces) : OfApplication(applications)
{
    private const int MostShown = 20;
    private const int LongestQuery = 100;

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    public string Query => Words?.Trim() is { Length: > LongestQuery } typed ? typed[..LongestQuery] : Words?.Trim() ?? "";

    /// <summary>Until when requests are written down; null when none are.</summary>
    public DateTimeOffset? Until { get; private set; }

    public IReadOnlyList<TracedRequest> Found { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>What somebody reads on the page that told them of it.</summary>
    public static string ReferenceOf(TracedRequest request) => RequestReference.Of(request.RequestId);

    public async Task OnGetAsync()
    {
        Until = traces.Until(ClientId);
        var all = (await traces.ListAsync(ClientId, Aborted)).Where(Fits).Take(MostShown + 1).ToList();
        (Found, HasMore) = ([.. all.Take(MostShown)], all.Count > MostShown);
    }

    public async Task<IActionResult> OnPostOnAsync()
    {
        await traces.SwitchOnAsync(ClientId, AuditSubject.Account(Account).Value, Aborted);
        return Next(PartnerLinks.Requests(Own.Organisation.Id, ClientId), "partners.requests.begun");
    }

    private bool Fits(TracedRequest request) => Query.Length == 0 || new[] { ReferenceOf(request), request.RequestId, request.Endpoint, request.Error ?? "", request.ErrorDescription ?? "" }
        .Any(text => text.Contains(Query.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || text.Contains(Query, StringComparison.OrdinalIgnoreCase));
}
