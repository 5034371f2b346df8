using System.Diagnostics;
using Identity.Domain.Journeys;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Protocol.Interaction;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>
/// Shows what a change does before it counts. When somebody else has changed the application meanwhile, the change is carried over to
/// what it is now and shown anew, so that nothing of either is lost unseen.
/// </summary>
[OpenTo(PartnerRight.Change)]
internal sealed class CheckModel(PartnerApplications applications, JourneyStore journeys) : OfApplication(applications)
{
    public IReadOnlyList<MemberChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } journey)
            return new ErrorResult(ErrorView.Expired);
        var (change, now) = (journey.State, PendingChange.Bare(Application.Client));
        if (change.Version != Application.Version)
        {
            var carried = ClientChange.Onto(now, ClientJson.Read(change.Before), ClientJson.Read(change.After));
            await journeys.SaveAsync(journey, change = PendingChange.Of(Application, carried), Aborted);
            News = "partners.check.changed";
        }

        Changes = ClientChange.Between(now, ClientJson.Read(change.After));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } journey)
            return new ErrorResult(ErrorView.Expired);
        switch (await Applications.ChangeAsync(Own, journey.State.Version, ClientJson.Read(journey.State.After), Aborted))
        {
            case ChangeOutcome.Changed:
                await journeys.EndAsync(PendingChange.Kind, journey.Key, Aborted);
                return Next(Home, "partners.saved");
            case ChangeOutcome.Stale:
                return Next(PartnerLinks.Check(Own.Organisation.Id, ClientId, journey.Key));
            case ChangeOutcome.Refused(var faults):
                ModelState.Add(faults, new Dictionary<string, string>());
                return await OnGetAsync();
            case ChangeOutcome.Gone:
                return new ErrorResult(ErrorView.NotFound);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<Journey<PendingChange>?> FindAsync() =>
        await journeys.FindAsync<PendingChange>(PendingChange.Kind, RouteData.Values["change"] as string, BrowserSession.Bound(HttpContext), Aborted) is { } journey
        && journey.State.ClientId == ClientId ? journey : null;
}
