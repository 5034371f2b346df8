using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Identity.Web.Pages.Errors;

/// <summary>
/// A form that fails the check against forgery came from a page that was left open, or from a browser
/// that keeps no cookies. The person is told which.
/// </summary>
internal sealed class ExplainForgery(IOptions<AntiforgeryOptions> antiforgery) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = new ErrorResult(HasCookie(context.HttpContext) ? ErrorView.Expired : ErrorView.CookiesBlocked);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private bool HasCookie(HttpContext context) =>
        antiforgery.Value.Cookie.Name is { } name && context.Request.Cookies.ContainsKey(name);
}
