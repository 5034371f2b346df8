using System.Diagnostics;
using Identity.Domain.Partners.Organisations;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Locales;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Identity.Web.Areas.Partners.Pages;

/// <summary>Somebody who was invited says yes, as whoever they are signed in as.</summary>
[OpenTo(Access.Visitor.SignedIn)]
internal sealed class InvitationModel(Invitations invitations, Text text) : PartnerPage
{
    private const int LengthOfKey = 43;

    public OfferedPlace Offered { get; private set; } = null!; // Set before a handler runs.

    private string Key => RouteData.Values["key"] as string ?? "";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Key.Length == LengthOfKey && await invitations.FindAsync(Key, Aborted) is { } offered)
        {
            Offered = offered;
            await next();
        }
        else
        {
            context.Result = new ErrorResult(ErrorView.LinkOver);
        }
    }

    public async Task<IActionResult> OnPostAsync() => await invitations.AcceptAsync(Key, Account, Aborted) switch
    {
        JoinOutcome.Joined => Next(PartnerLinks.Organisation(Offered.Organisation.Id), "partners.invitation.done"),
        JoinOutcome.Over => new ErrorResult(ErrorView.LinkOver),
        JoinOutcome.Full => Problem("", text["partners.invitation.full"].ToString()),
        _ => throw new UnreachableException(),
    };
}
