using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Errors;

/// <summary>Ends a request in a dead end that is explained: for a page handler and an endpoint alike.</summary>
public sealed class ErrorResult(ErrorView view) : IActionResult, IResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.ShowError(view);
        return Task.CompletedTask;
    }
}
