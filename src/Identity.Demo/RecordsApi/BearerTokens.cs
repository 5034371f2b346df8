using System.Security.Claims;
using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Demo.RecordsApi;

/// <summary>Which access tokens the API takes, RFC 9068 §4, and what it answers to the others, RFC 6750 §3.</summary>
internal static class BearerTokens
{
    public static void Configure(JwtBearerOptions bearer, DemoOptions options)
    {
        bearer.Authority = options.Provider.Origin();
        bearer.RequireHttpsMetadata = !options.Provider.IsLoopback;
        bearer.MapInboundClaims = false;
        // RFC 9728 §5.1: the challenge says where to read what this resource needs.
        bearer.Challenge = $"Bearer resource_metadata=\"{options.RecordsApi.Origin()}{ResourceMetadata.Path}\"";
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            // RFC 9068 §4: the type, so that no ID token passes for an access token; the issuer; the audience; the signature.
            ValidTypes = ["at+jwt", "application/at+jwt"],
            ValidAudience = options.RecordsApi.Origin(),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(5),
        };
        bearer.Events = new JwtBearerEvents
        {
            OnForbidden = context =>
            {
                context.Response.Headers.WWWAuthenticate = $"{context.Options.Challenge}, error=\"insufficient_scope\", scope=\"{RequiredScope.Of(context.HttpContext)}\"";
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>RFC 9068 §2.2.3: the scopes are one string, separated by spaces.</summary>
    public static bool HasScope(ClaimsPrincipal caller, string scope) =>
        caller.FindAll("scope").SelectMany(claim => claim.Value.Split(' ')).Contains(scope, StringComparer.Ordinal);
}
