using System.Globalization;
using System.Security.Claims;

namespace Identity.Demo.RecordsApi;

/// <summary>
/// How sure the API wants to be that a token's owner was there, RFC 9470: judged by what the token tells of it
/// (RFC 9068 §2.2.1), and asked for where it is not enough.
/// </summary>
/// <param name="Acr">The lowest class it takes.</param>
/// <param name="MaxAge">How long ago they may have signed in.</param>
internal sealed record RequiredAuthentication(string Acr, TimeSpan MaxAge)
{
    /// <summary>For what a citizen shares with their doctor alone.</summary>
    public static readonly RequiredAuthentication ForNotes = new("aal2", TimeSpan.FromMinutes(10));

    // The provider's classes, from low to high. A class that is not among them counts for nothing.
    private static readonly string[] Classes = ["aal1", "aal2", "phr", "phrh"];

    // Clocks differ by as much.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(5);

    /// <returns>What is not enough, for the integrator; null when it is enough.</returns>
    public string? Fault(ClaimsPrincipal caller, DateTimeOffset now)
    {
        if (Array.IndexOf(Classes, caller.FindFirstValue("acr")) < Array.IndexOf(Classes, Acr))
            return "A higher authentication level is required";
        // A time to come is nobody's.
        return long.TryParse(caller.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var signedIn)
            && signedIn <= (now + Leeway).ToUnixTimeSeconds()
            && signedIn >= (now - MaxAge).ToUnixTimeSeconds()
            ? null
            : "More recent authentication is required";
    }

    /// <summary>RFC 9470 §3. Both parts each time, so that one more sign-in is enough.</summary>
    public string Challenge(string fault) => string.Create(CultureInfo.InvariantCulture,
        $"Bearer error=\"insufficient_user_authentication\", error_description=\"{fault}\", acr_values=\"{Acr}\", max_age=\"{MaxAge.TotalSeconds:0}\"");

    /// <summary>Guards an endpoint; the token was judged before.</summary>
    public ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (Fault(context.HttpContext.User, now) is not { } fault) return next(context);
        context.HttpContext.Response.Headers.WWWAuthenticate = Challenge(fault);
        return ValueTask.FromResult<object?>(TypedResults.StatusCode(StatusCodes.Status401Unauthorized));
    }
}
