using Identity.Domain.Disavowal;
using Identity.Domain.Recovery;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Recovery;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.NotMe;

/// <summary>Nobody can sign in any more, and how its owner gets the account back.</summary>
internal sealed class FrozenModel(NoticeLinks links, RecoverJourney journeys) : JourneyPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() => await links.FindAsync(Token, HttpContext.RequestAborted) is null ? new ErrorResult(ErrorView.LinkOver) : Page();

    public async Task<IActionResult> OnPostAsync() => await links.FindAsync(Token, HttpContext.RequestAborted) is { } link
        ? Next(Url.RecoverWho(await journeys.BeginAsync(HttpContext, LostThing.Control, new Disavowed(link.Account, link.At))))
        : new ErrorResult(ErrorView.LinkOver);
}
