using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Identity.Demo.RelyingParty;

/// <summary>A failure in words for the person it happened to.</summary>
internal sealed record Problem(string Title, string Text)
{
    /// <param name="error">An error code of RFC 6749 §4.1.2.1 or OpenID Connect Core §3.1.2.6, as the provider sent it.</param>
    /// <param name="status">The status of the page that failed.</param>
    public static Problem From(string? error, int? status) => (error, status) switch
    {
        ("login_required" or "interaction_required" or "account_selection_required" or "consent_required", _) =>
            new("Please sign in again", "Your sign-in has ended, or you have stopped sharing with us."),
        ("temporarily_unavailable" or "server_error", _) or (null, 503) =>
            new("Signing in is not available right now", "Nothing is lost. Please try again in a few minutes."),
        (not null, _) =>
            new("We could not sign you in", "Something went wrong on the way back to us. Nothing was shared. Please try again."),
        (_, 404) => new("Page not found", "Check the address, or start again from the front page."),
        (_, >= 400 and < 500) => new("We could not use what was sent", "The page may have been open for a long time. Please try again."),
        _ => new("Sorry, there is a problem", "Please try again in a few minutes."),
    };

    /// <summary>503 where the provider could not be asked or refused the question, which passes; 500 for the rest.</summary>
    public static int Status(Exception problem) =>
        problem is OpenIdConnectProtocolException or InvalidOperationException { InnerException: IOException }
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;
}
