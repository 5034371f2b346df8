using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>A form for a part of an application. What was typed is checked at once, and shown as a difference before it counts.</summary>
internal abstract class EditPage(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys) : OfApplication(applications)
{
    /// <summary>By the metadata that is wrong, the field that says so.</summary>
    protected abstract IReadOnlyDictionary<string, string> FieldOf { get; }

    /// <summary>Goes on to the difference, or says at each field what is wrong.</summary>
    protected async Task<IActionResult> ProposeAsync(Client after)
    {
        after = ApplicationRules.Keep(Application.Client, after);
        ModelState.Add(rules.Faults(after, Application.Client), FieldOf);
        if (!ModelState.IsValid)
            return Page();
        var journey = await journeys.BeginAsync(PendingChange.Kind, BrowserSession.Bind(HttpContext), PendingChange.Of(Application, after), PendingChange.Life, Aborted);
        return Next(PartnerLinks.Check(Own.Organisation.Id, ClientId, journey.Key));
    }
}
