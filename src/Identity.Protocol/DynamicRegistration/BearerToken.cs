using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>RFC 6750 §2.1: a token in the Authorization header.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";
    private const int Longest = 512;

    /// <returns>Null where there is none, "" for one that nobody could have been given.</returns>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header[Scheme.Length..].Trim();
        return token.Length <= Longest ? token : "";
    }

    /// <summary>RFC 6750 §3.1: who shows no token or a wrong one.</summary>
    public static IResult Challenge(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = Of(context.Request) is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Results.Json(new { error = "invalid_token", error_description = "The token is missing, has expired, or is not right for this." }, statusCode: StatusCodes.Status401Unauthorized);
    }
}
