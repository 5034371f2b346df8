using Identity.Domain.Support.Staff;
using Identity.Protocol.Interaction;
using Identity.Web.Areas.Support.Access;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Areas.Support;

/// <summary>A page of the console.</summary>
internal abstract class SupportPage : PageModel
{
    /// <summary>What has just been done, by the key of its words; said once.</summary>
    [TempData(Key = "support-news")]
    public string? News { get; set; }

    /// <summary>Who looks at the page; the guard has let them.</summary>
    public StaffSession Own => StaffBrowser.Known(HttpContext) ?? throw new InvalidOperationException("Nobody is signed in.");

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>What binds a question to this browser.</summary>
    protected string Browser => BrowserSession.Bind(HttpContext);

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

    protected static IActionResult Json(string options) => new ContentResult { Content = options, ContentType = "application/json" };
}
