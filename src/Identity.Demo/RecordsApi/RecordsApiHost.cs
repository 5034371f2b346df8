using System.Security.Claims;
using Identity.Demo.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace Identity.Demo.RecordsApi;

/// <summary>
/// A protected resource: <c>GET /records</c> with an access token of the provider (RFC 9068) for scope <c>records</c>,
/// <c>GET /notes</c> where that token's owner has just shown who they are (RFC 9470), and <c>POST /readings</c> for scope <c>readings</c>.
/// It tells how to get one by RFC 9728, and refuses as RFC 6750 §3.1 says.
/// Not supported: tokens in the query or in a form (RFC 6750 §2.2, §2.3), which leak.
/// </summary>
internal static class RecordsApiHost
{
    public const string Scope = "records";

    /// <summary>Of a device that adds readings and reads nothing.</summary>
    public const string ReadingsScope = "readings";

    /// <summary>What the API is registered as, to ask about tokens (RFC 7662). It does not need to: they are signed and short-lived.</summary>
    public const string ClientId = "records-api";

    /// <summary>Published with this project, so of use on the machine it runs on alone; the registration holds its hash.</summary>
    public const string ClientSecret = "demo-only-records-api-8hYp3LnD6uKf5JxE";

    public static WebApplication Create(DemoOptions options, TimeProvider clock)
    {
        var builder = LoopbackHost.CreateBuilder(options.RecordsApi, clock);
        builder.Services.AddSingleton<RecordBook>().AddSingleton<NoteBook>().AddSingleton<ReadingBook>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer => BearerTokens.Configure(bearer, options));
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser().RequireAssertion(context => BearerTokens.HasScope(context.User, RequiredScope.Of(context.Resource as HttpContext))).Build());
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/records", (ClaimsPrincipal citizen, RecordBook book, ReadingBook readings) =>
            book.Of(citizen.FindFirstValue("sub") ?? "") with { HeartRates = readings.Of(citizen.FindFirstValue("sub") ?? "") });
        app.MapPost("/readings", Add).WithMetadata(new RequiredScope(ReadingsScope));
        app.MapGet("/notes", (ClaimsPrincipal citizen, NoteBook book) => book.Of(citizen.FindFirstValue("sub") ?? ""))
            .AddEndpointFilter(RequiredAuthentication.ForNotes.FilterAsync);
        app.MapGet(ResourceMetadata.Path, () => ResourceMetadata.Of(options)).AllowAnonymous();
        app.MapGet("/", () => TypedResults.LocalRedirect(ResourceMetadata.Path)).AllowAnonymous();
        return app;
    }

    private static IResult Add(ClaimsPrincipal citizen, HeartRate reading, ReadingBook readings, TimeProvider clock)
    {
        if (reading.Fault(clock.GetUtcNow()) is { } fault)
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        readings.Add(citizen.FindFirstValue("sub") ?? "", reading);
        return TypedResults.NoContent();
    }
}
