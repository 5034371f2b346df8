using Identity.Protocol.Interaction;
using Identity.Web.Components;
using Identity.Web.Headers;
using Identity.Web.Pages.Errors;
using Identity.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages;

/// <summary>A step of a journey whose state the server keeps under the key in the address.</summary>
public abstract class JourneyPage : PageModel
{
    private const string AlreadyDone = "done";

    /// <summary>The key, from the route alone: a form cannot name another journey.</summary>
    public string Journey => RouteData.Values["journey"] as string ?? "";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (TempData[AlreadyDone] is true)
            HttpContext.SayAlreadyDone();
    }

    /// <summary>The page after this one, reached by GET whatever came before (RFC 9110 §15.4.4).</summary>
    internal static IActionResult Next(string url) => new SeeOtherResult(url);

    /// <summary>The step the person is really at, with the word that this one is done.</summary>
    internal IActionResult Done(string current)
    {
        TempData[AlreadyDone] = true;
        return Next(current);
    }

    /// <summary>No journey opens by this key here: it is over, it is another browser's, or no cookie came back.</summary>
    internal IActionResult DeadEnd() =>
        new ErrorResult(BrowserSession.Bound(HttpContext) is null ? ErrorView.CookiesBlocked : ErrorView.Expired);

    /// <summary>Nobody is signed in any more, and the journey goes on: it asks for that first, and keeps what was typed.</summary>
    internal IActionResult SignInAgain()
    {
        RestoreAnswers.Keep(HttpContext);
        return Next(InteractionPages.SignIn(Journey));
    }

    /// <summary>Lets this page's form end at the application that waits.</summary>
    internal void MayEndAt(AuthorizationInteraction interaction)
    {
        if (interaction.RedirectUri is { } uri)
            HttpContext.AllowFormActionTo(uri);
    }

    /// <summary>Says what is wrong with a field, and shows the page again with what was typed.</summary>
    internal IActionResult Problem(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Page();
    }
}
