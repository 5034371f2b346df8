using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Areas.Support;

/// <summary>303 to a page of the console, with the content as its fragment: the browser would otherwise keep that of the form.</summary>
internal sealed class SeeOther(string url) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = url + "#main";
        return Task.CompletedTask;
    }
}
