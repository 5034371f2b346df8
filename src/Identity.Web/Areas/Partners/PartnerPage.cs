using Identity.Domain.Partners.Organisations;
using Identity.Domain.Sessions;
using Identity.Protocol.Interaction;
using Identity.Web.Areas.Partners.Access;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Partners;

/// <summary>A page of the portal.</summary>
internal abstract class PartnerPage : PageModel
{
    /// <summary>What has just been done, by the key of its words; said once.</summary>
    [TempData(Key = "partner-news")]
    public string? News { get; set; }

    /// <summary>Who looks at the page; null for somebody who is not signed in.</summary>
    public Session? Visitor => BrowserSession.Known(HttpContext);

    /// <summary>Their place in the organisation of the address; the guard has found it.</summary>
    public Membership Own => Guard.Known(HttpContext) ?? throw new InvalidOperationException("The page is of no organisation.");

    protected Guid Account => Visitor?.AccountId ?? throw new InvalidOperationException("Nobody is signed in.");

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>The page after this one, by GET.</summary>
    protected static IActionResult Next(string url) => new SeeOther(url);

    protected IActionResult Next(string url, string news)
    {
        News = news;
        return Next(url);
    }

    /// <summary>Says what is wrong with a field, and shows the page again.</summary>
    protected IActionResult Problem(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Page();
    }
}
