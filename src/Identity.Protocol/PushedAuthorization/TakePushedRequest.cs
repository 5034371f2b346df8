using System.Text;
using Identity.Domain.Grants;
using Identity.Protocol.Interaction;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.PushedAuthorization;

/// <summary>RFC 9126 §4: takes up the request behind a reference, once, and only for the client that left it.</summary>
internal sealed class TakePushedRequest(PushedRequestStore requests) : IOpenIddictServerHandler<ExtractAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<ExtractAuthorizationRequestContext, TakePushedRequest>(
        OpenIddictServerAspNetCoreHandlers.ExtractGetOrPostRequest<ExtractAuthorizationRequestContext>.Descriptor);

    public async ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        var uri = context.Request?.RequestUri;
        if (uri is null || !uri.StartsWith(StoredRequest.UriPrefix, StringComparison.Ordinal))
            return;

        var taken = await requests.TakeAsync(uri[StoredRequest.UriPrefix.Length..], context.CancellationToken);
        var stored = taken is null ? null : StoredRequest.Read(Encoding.UTF8.GetString(taken));
        if (stored is null || stored.ClientId != context.Request!.ClientId) // It has a request_uri.
        {
            context.Reject(ErrorCodes.InvalidRequestUri, "The 'request_uri' is unknown, has expired, was used before, or is another client's.");
            return;
        }

        context.Request = stored.ToRequest();
        context.Transaction.SetProperty(typeof(StoredRequest).FullName!, stored); // A named type has a full name.
    }
}
