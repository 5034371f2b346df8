using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Identity.Demo.RelyingParty;

/// <summary><c>GET /sign-in</c>, and <c>POST /sign-out</c>, which ends the session here and at the provider (RP-Initiated Logout 1.0 §2).</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app, RelyingPartyProfile profile)
    {
        // OpenID Connect Core §4: begun at a provider, which names itself; here there is one to be signed in by.
        app.MapGet("/sign-in", Results<ChallengeHttpResult, NotFound> (Uri? iss) => iss is not null && iss != profile.Authority
            ? TypedResults.NotFound()
            : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = profile.Home }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();

        app.MapPost("/sign-out", async Task<IResult> (HttpContext context, IAntiforgery antiforgery) =>
            await antiforgery.IsRequestValidAsync(context)
                ? TypedResults.SignOut(null, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme])
                : TypedResults.LocalRedirect("/")).AllowAnonymous();
    }
}
