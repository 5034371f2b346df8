using Identity.Protocol.Interaction;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages;

/// <summary>
/// 303 to a page of ours. It names the content as its fragment, since the browser would otherwise carry over that of the
/// form's action, which is the summary of problems.
/// </summary>
internal sealed class SeeOtherResult(string url) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = InteractionPages.Resolve(context.HttpContext, url.Contains('#', StringComparison.Ordinal) ? url : url + "#main");
        return Task.CompletedTask;
    }
}
