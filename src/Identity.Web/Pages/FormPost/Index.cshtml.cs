using Identity.Protocol.FormPost;
using Identity.Web.Components;
using Identity.Web.Headers;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Identity.Web.Pages.FormPost;

/// <summary>Takes an answer back to its application by a form with a visible button, so that no script is needed.</summary>
internal sealed class IndexModel : PageModel
{
    public FormPostResponse Answer { get; private set; } = new(new Uri("about:blank"), []);

    /// <summary>The redirect URI exactly as registered, with the bare fragment that keeps any other from travelling along.</summary>
    public string Action => Answer.Action.OriginalString + "#";

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<FormPostResponse>() is not { } answer)
            return new ErrorResult(ErrorView.NotFound);

        Answer = answer;
        HttpContext.AllowFormActionTo(answer.Action);
        PageFrame.Of(HttpContext).OnlyNow = true;
        return Page();
    }
}
