using Identity.Domain.Accounts;
using Identity.Domain.Limits;
using Identity.Web.Pages.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Identity.Web.Pages.Create;

/// <summary>Stands before what one network may do only so often in a day.</summary>
internal sealed class SignUpGate(SignUps signUps)
{
    /// <returns>The page that says when, when no code may be sent now.</returns>
    public async Task<IActionResult?> CodeAsync(HttpContext context) => Closed(await signUps.CodeAsync(NetworkOf(context), context.RequestAborted));

    /// <returns>The page that says when, when no account may be created now.</returns>
    public async Task<IActionResult?> AccountAsync(HttpContext context) => Closed(await signUps.AccountAsync(NetworkOf(context), context.RequestAborted));

    private static Network NetworkOf(HttpContext context) => Network.Of(context.Connection.RemoteIpAddress);

    private static ErrorResult? Closed(LimitDecision decision) => decision is LimitDecision.RetryAt(var time) ? new ErrorResult(ErrorView.TooManyTries(time)) : null;
}
