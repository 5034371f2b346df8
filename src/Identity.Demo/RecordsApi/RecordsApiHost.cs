using System.Security.Claims;
using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace Identity.Demo.RecordsApi;

/// <summary>
/// A protected resource: <c>GET /records</c> with an access token of the provider (RFC 9068) for scope <c>records</c>,
/// and <c>GET /notes</c> where that token's owner has just shown who they are (RFC 9470).
/// It tells how to get one by RFC 9728, and refuses as RFC 6750 §3.1 says.
/// Not supported: tokens in the query or in a form (RFC 6750 §2.2, §2.3), which leak.
/// </summary>
internal static class RecordsApiHost
{
    public const string Scope = "records";

    /// <summary>What the API is registered as, to ask about tokens (RFC 7662). It does not need to: they are signed and short-lived.</summary>
    public const string ClientId = "records-api";

    /// <summary>Published with this project, so of use on the machine it runs on alone; the registration holds its hash.</summary>
    public const string ClientSecret = "demo-only-records-api-8hYp3LnD6uKf5JxE";

    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        var builder = LoopbackHost.CreateBuilder(options.RecordsApi, clock);
        builder.Services.AddSingleton<RecordBook>().AddSingleton<NoteBook>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer => BearerTokens.Configure(bearer, options));
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser().RequireAssertion(context => BearerTokens.HasScope(context.User, Scope)).Build());
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/records", (ClaimsPrincipal citizen, RecordBook book) => book.Of(citizen.FindFirstValue("sub") ?? ""));
        app.MapGet("/notes", (ClaimsPrincipal citizen, NoteBook book) => book.Of(citizen.FindFirstValue("sub") ?? ""))
            .AddEndpointFilter(RequiredAuthentication.ForNotes.FilterAsync);
        app.MapGet(ResourceMetadata.Path, () => ResourceMetadata.Of(options)).AllowAnonymous();
        app.MapGet("/", () => TypedResults.LocalRedirect(ResourceMetadata.Path)).AllowAnonymous();
        return app;
    }
}
