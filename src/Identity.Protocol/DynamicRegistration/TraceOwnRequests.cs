using System.Text.Json;
using Identity.Domain.Partners.Traces;
using Microsoft.AspNetCore.Http;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>
/// A client has its own requests written down for an hour, and reads them, by its registration access token, beside its
/// registration: <c>POST</c> switches on, <c>GET</c> reads, <c>DELETE</c> ends it and removes what was written.
/// </summary>
internal sealed class TraceOwnRequests(RegistrationOwner owner, ClientTraces traces)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<IResult> SwitchOnAsync(HttpContext context, string clientId)
    {
        if (await owner.FindAsync(context, clientId) is null)
            return BearerToken.Challenge(context);
        return Results.Json(new { until = await traces.SwitchOnAsync(clientId, clientId, context.RequestAborted) }, Json, statusCode: StatusCodes.Status201Created);
    }

    public async Task<IResult> ReadAsync(HttpContext context, string clientId)
    {
        if (await owner.FindAsync(context, clientId) is null)
            return BearerToken.Challenge(context);
        return Results.Json(new { until = traces.Until(clientId), requests = await traces.ListAsync(clientId, context.RequestAborted) }, Json);
    }

    public async Task<IResult> SwitchOffAsync(HttpContext context, string clientId)
    {
        if (await owner.FindAsync(context, clientId) is null)
            return BearerToken.Challenge(context);
        await traces.SwitchOffAsync(clientId, clientId, context.RequestAborted);
        return Results.NoContent();
    }
}
