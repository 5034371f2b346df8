using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>
/// OAuth 2.0 Dynamic Client Registration (RFC 7591) and its management (RFC 7592), with the metadata of OpenID Connect Registration.
/// Not supported: <c>client_secret</c> in what is read later (only its hash is kept), logos and texts in several languages.
/// </summary>
public static class RegistrationEndpoint
{
    private const string Client = "/" + Endpoints.Registration + "/{clientId:maxlength(200)}";

    private const string Trace = Client + "/trace";

    /// <summary>Adds the endpoints at the issuer, where they are offered.</summary>
    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IOptions<RegistrationOptions>>().Value.Offered)
            return;
        var registration = routes.MapGroup("").AddEndpointFilter(NotStored);
        registration.MapPost("/" + Endpoints.Registration, (HttpContext context, RegisterClient register) => register.AnswerAsync(context));
        registration.MapGet(Client, (HttpContext context, string clientId, ManageClient manage) => manage.ReadAsync(context, clientId));
        registration.MapPut(Client, (HttpContext context, string clientId, ManageClient manage) => manage.ReplaceAsync(context, clientId));
        registration.MapDelete(Client, (HttpContext context, string clientId, ManageClient manage) => manage.RemoveAsync(context, clientId));
        registration.MapPost(Trace, (HttpContext context, string clientId, TraceOwnRequests trace) => trace.SwitchOnAsync(context, clientId));
        registration.MapGet(Trace, (HttpContext context, string clientId, TraceOwnRequests trace) => trace.ReadAsync(context, clientId));
        registration.MapDelete(Trace, (HttpContext context, string clientId, TraceOwnRequests trace) => trace.SwitchOffAsync(context, clientId));
    }

    // RFC 7591 §3.2.1: there may be a secret in it.
    private static ValueTask<object?> NotStored(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers.Pragma = "no-cache";
        return next(context);
    }
}
