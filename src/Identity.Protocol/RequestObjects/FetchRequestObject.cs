using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Identity.Domain.Partners;
using Identity.Protocol.Interaction;
using Identity.Protocol.Outgoing;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.RequestObjects;

/// <summary>
/// RFC 9101 §5.2 and OpenID Connect Core §6.2: a request object that the client holds ready at a <c>request_uri</c>. It is fetched
/// from addresses that the client has registered and from nowhere else (RFC 9101 §10.4).
/// </summary>
internal sealed class FetchRequestObject(ClientDirectory clients, PartnerDocuments documents) : IOpenIddictServerHandler<ExtractAuthorizationRequestContext>
{
    private const int LongestDocument = 32 * 1024;

    // As some servers know none but the last of them.
    private const string Types = "application/oauth-authz-req+jwt, application/jwt, */*;q=0.1";

    // After those that were pushed have been taken up, and before objects are read.
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<ExtractAuthorizationRequestContext, FetchRequestObject>(
        OpenIddictServerAspNetCoreHandlers.ExtractGetOrPostRequest<ExtractAuthorizationRequestContext>.Descriptor.Order + Rule.Between + 100);

    public async ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        if (context.Request is not { RequestUri: { Length: > 0 } address } request || !string.IsNullOrEmpty(request.Request)
            || address.StartsWith(StoredRequest.UriPrefix, StringComparison.Ordinal))
            return;
        if (clients.Current.Find(request.ClientId) is not { } client || !client.RequestUris.Contains(address, StringComparer.Ordinal))
        {
            context.Reject(ErrorCodes.InvalidRequestUri, "The 'request_uri' is none that this client has registered, nor one that it was given for a pushed request.");
            return;
        }

        var place = new Uri(address);
        var document = await documents.FetchAsync(place, Types, LongestDocument, context.CancellationToken);
        if (document.Body is null)
            context.Reject(ErrorCodes.InvalidRequestUri, $"The 'request_uri' could not be fetched: {document.Fault}.");
        else if (place.Fragment.Length > 1 && place.Fragment[1..] != Base64Url.EncodeToString(SHA256.HashData(document.Body)))
            context.Reject(ErrorCodes.InvalidRequestUri, "What is at the 'request_uri' is not what its fragment says (OpenID Connect Core §6.2).");
        else if (document.Body.Length == 0)
            context.Reject(ErrorCodes.InvalidRequestObject, "The 'request_uri' holds nothing.");
        else
            (request.Request, request.RequestUri) = (Encoding.UTF8.GetString(document.Body).Trim(), null);
    }
}
