using Identity.Domain.Support.Staff;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Support.Access;

/// <summary>
/// Stands before every page of the console: lets through who may open it, leads whoever is on their way in to where they are,
/// and refuses everybody else.
/// </summary>
internal sealed class Guard(StaffBrowser browser, StaffSessions sessions) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var needs = (context.ActionDescriptor as CompiledPageActionDescriptor)?.ModelTypeInfo is { } page ? PageAccess.Of(page) : null;
        var session = await browser.FindAsync(context.HttpContext);
        context.Result = needs is null ? new ErrorResult(ErrorView.Refused) : Decide(needs, session, context.HttpContext.Request);
    }

    private IActionResult? Decide(NeedsAttribute needs, StaffSession? session, HttpRequest request)
    {
        var stage = session?.Stage ?? StaffStage.Nobody;
        if (!needs.Stages.Contains(stage))
            return new SeeOther(PlaceOf(stage));
        if (session is null)
            return null;
        if (needs.Permission is { } permission && !session.May(permission))
            return new ErrorResult(ErrorView.Refused);
        // A form that was filled in before the confirmation ran out is not thrown away unseen: the person comes back to it.
        return needs.Fresh && !sessions.IsFresh(session) ? new SeeOther(SupportLinks.Confirm(request.Path)) : null;
    }

    private static string PlaceOf(StaffStage stage) => stage switch
    {
        StaffStage.Nobody => SupportLinks.SignIn,
        StaffStage.Enrolling => SupportLinks.Keys,
        StaffStage.Enrolled => SupportLinks.Witness,
        _ => SupportLinks.Desk,
    };
}
