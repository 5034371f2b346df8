using Identity.Domain.Grants;
using Identity.Domain.Partners;
using Identity.Domain.Partners.Traces;
using Identity.Domain.Storage;
using Identity.Protocol.ClientKeys;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Identity.Protocol.RequestTraces;

/// <summary>
/// Gives an answer the identifier of its request, says in the log why a request was refused, and writes down those of a client that is
/// traced. Nothing of a person's is written by it. Safe for concurrent use.
/// </summary>
internal sealed class RequestTracer(ClientDirectory clients, ClientTraces traces, TimeProvider clock, ILogger<RequestTracer> logger)
{
    private const string Nobody = "unknown";

    public async ValueTask RecordAsync(OpenIddictServerTransaction transaction)
    {
        var http = transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        var id = RequestId.Of(http);
        http.Response.Headers[RequestId.Header] = id;

        var client = ClientOf(transaction);
        var error = transaction.Response?.Error;
        var hint = error is not null && client is not null ? RefusalHint.Of(error, transaction.Request!, client) : null; // The request names the client.
        if (error is not null)
            logger.Refused(transaction.EndpointType.ToString(), client?.ClientId ?? Nobody, error, hint ?? "", id);
        if (client is not null && traces.Until(client.ClientId) is not null)
            await WriteAsync(client, transaction, http, id, hint);
    }

    private async Task WriteAsync(Client client, OpenIddictServerTransaction transaction, HttpContext http, string id, string? hint)
    {
        try
        {
            await traces.AddAsync(client.ClientId, new TracedRequest
            {
                RequestId = id,
                At = clock.GetUtcNow(),
                Endpoint = transaction.EndpointType.ToString(),
                Method = http.Request.Method,
                Parameters = ShownParameters.Of(transaction.Request!), // It names the client.
                Error = transaction.Response?.Error,
                ErrorDescription = transaction.Response?.ErrorDescription,
                Hint = hint,
            }, http.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            // The answer matters more.
        }
    }

    // Whoever authenticates by an assertion need not name itself beside it, and user-info has a token alone.
    private Client? ClientOf(OpenIddictServerTransaction transaction) => clients.Current.Find(transaction.Request is not { } request ? null
        : !string.IsNullOrEmpty(request.ClientId) ? request.ClientId
        : !string.IsNullOrEmpty(request.ClientAssertion) ? UnverifiedToken.Read(request.ClientAssertion)?.Issuer
        : transaction.GetProperty<Grant>(typeof(Grant).FullName!)?.ClientId); // A named type has a full name.
}
