using Identity.Domain.Partners.Organisations;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Sdk;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Partners.Access;

/// <summary>
/// Stands before a page of the portal. What is not theirs is for everybody as though it were not there. Role and membership are
/// read anew each time, so that whoever was taken out is out at once.
/// </summary>
internal sealed class Guard(OpenToAttribute open, BrowserSession browser, Interactions interactions, OrganisationStore organisations, IAntiforgery antiforgery, TimeProvider clock) : IAsyncAuthorizationFilter
{
    /// <summary>How long a confirmation counts for what is grave.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private static readonly object Place = new();

    /// <returns>Their place in the organisation of the address; null on a page of none.</returns>
    public static Membership? Known(HttpContext context) => context.Items[Place] as Membership;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (open.Visitor is Visitor.Anybody)
        {
            await browser.FindAsync(context.HttpContext);
            return;
        }

        var session = await browser.FindAsync(context.HttpContext);
        var need = new ProofNeed(CredentialTrust.Aal2, open.Fresh ? clock.GetUtcNow() - Life : null, Essential: true);
        context.Result = session is null || !need.IsMetBy(session.Proofs)
            ? new SeeOther(await ConfirmAsync(context.HttpContext, session, need))
            : open.Right is { } right ? await DecideAsync(context, session, right) : null;
    }

    private async Task<IActionResult?> DecideAsync(AuthorizationFilterContext context, Session session, PartnerRight right)
    {
        if (!Guid.TryParse(context.RouteData.Values["organisation"] as string, out var id)
            || await organisations.FindAsync(id, session.AccountId, context.HttpContext.RequestAborted) is not { } place)
            return new ErrorResult(ErrorView.NotFound);
        context.HttpContext.Items[Place] = place;
        return place.May(right) ? null : new ErrorResult(ErrorView.Refused);
    }

    private async Task<string> ConfirmAsync(HttpContext context, Session? session, ProofNeed need)
    {
        // What was typed by whoever posted it here, and not by another site, is there again afterwards.
        if (context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context))
            RestoreAnswers.Keep(context, await context.Request.ReadFormAsync(context.RequestAborted));
        var key = await interactions.BeginOwnAsync(context, "~" + context.Request.Path, need);
        return InteractionPages.Resolve(context, session is null ? InteractionPages.SignIn(key) : InteractionPages.Confirm(key));
    }
}
