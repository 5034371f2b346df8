using Identity.Domain.Partners.Applications;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Partners.Applications;

/// <summary>A page about one application of the organisation. Of somebody else's there is none.</summary>
internal abstract class OfApplication(PartnerApplications applications) : PartnerPage
{
    public Application Application { get; private set; } = null!; // Set before a handler runs.

    public string ClientId => Application.Client.ClientId;

    /// <summary>The page of the application itself.</summary>
    public string Home => PartnerLinks.Application(Own.Organisation.Id, ClientId);

    protected PartnerApplications Applications => applications;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (RouteData.Values["client"] is string { Length: <= 200 } id && await applications.FindAsync(Own.Organisation.Id, id, Aborted) is { } found)
        {
            Application = found;
            await next();
        }
        else
        {
            context.Result = new ErrorResult(ErrorView.NotFound);
        }
    }
}
