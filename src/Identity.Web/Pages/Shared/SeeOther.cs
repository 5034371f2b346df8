using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Shared;

/// <summary>303 to a page of staff or of partners, with the content as its fragment: the browser would otherwise keep that of the form.</summary>
internal sealed class SeeOther(string url) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = url + "#main";
        return Task.CompletedTask;
    }
}
