using Identity.Domain.Journeys;
using Identity.Domain.Partners.Applications;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Areas.Partners.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Partners.Pages.Applications;

/// <summary>Where an application is told that a session of somebody ended.</summary>
[OpenTo(PartnerRight.Change)]
internal sealed class SignOutsModel(PartnerApplications applications, ApplicationRules rules, JourneyStore journeys) : EditPage(applications, rules, journeys)
{
    [BindProperty]
    public string? Backchannel { get; set; }

    [BindProperty]
    public string? Frontchannel { get; set; }

    protected override IReadOnlyDictionary<string, string> FieldOf { get; } = new Dictionary<string, string>
    {
        ["backchannel_logout_uri"] = nameof(Backchannel),
        ["frontchannel_logout_uri"] = nameof(Frontchannel),
        ["backchannel_logout_session_required"] = nameof(Backchannel),
        ["frontchannel_logout_session_required"] = nameof(Frontchannel),
    };

    public void OnGet() => (Backchannel, Frontchannel) = (Application.Client.BackchannelLogoutUri, Application.Client.FrontchannelLogoutUri);

    public Task<IActionResult> OnPostAsync()
    {
        var (back, front) = (TypedLines.One(Backchannel), TypedLines.One(Frontchannel));
        return ProposeAsync(Application.Client with
        {
            BackchannelLogoutUri = back,
            BackchannelLogoutSessionRequired = back is not null,
            FrontchannelLogoutUri = front,
            FrontchannelLogoutSessionRequired = front is not null,
        });
    }
}
