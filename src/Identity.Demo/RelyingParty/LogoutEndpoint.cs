using Microsoft.AspNetCore.Mvc;

namespace Identity.Demo.RelyingParty;

/// <summary><c>POST /backchannel-logout</c>: the provider says that a session ended, and the sessions here that began in it end too (OpenID Connect Back-Channel Logout §2.5 to §2.8).</summary>
internal static class LogoutEndpoint
{
    public const string Path = "/backchannel-logout";

    // The token authenticates the provider; there is no browser, so no cookie and nothing to forge.
    public static void MapBackChannelLogout(this WebApplication app) =>
        app.MapPost(Path, async Task<IResult> ([FromForm(Name = "logout_token")] string? token, HttpContext context, LogoutTokens tokens, EndedSessions ended) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            if (string.IsNullOrEmpty(token) || await tokens.ReadAsync(token, context.RequestAborted) is not { } sid)
                return TypedResults.BadRequest(new { error = "invalid_request" });
            ended.End(sid);
            return TypedResults.Ok();
        }).AllowAnonymous().DisableAntiforgery();
}
