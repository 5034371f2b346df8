using System.Text;
using Identity.Domain.Grants;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Interaction;

/// <summary>
/// OpenID Connect Core §3.1.2.1: a request may come by POST. From another site it comes without cookies, so it is put
/// aside and taken up by a GET, which brings them.
/// </summary>
internal sealed class StorePostedRequest(PushedRequestStore requests) : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<HandleAuthorizationRequestContext, StorePostedRequest>(
        OpenIddictServerHandlers.Authentication.AttachPrincipal.Descriptor.Order + 100);

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        if (!HttpMethods.IsPost(http.Request.Method))
            return;

        var pushed = context.Transaction.GetProperty<StoredRequest>(typeof(StoredRequest).FullName!)?.Authenticated == true; // A named type has a full name.
        var stored = StoredRequest.Of(context.Request, authenticated: pushed);
        var reference = await requests.KeepAsync(Encoding.UTF8.GetBytes(stored.Write()), StoredRequest.Life, context.CancellationToken);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location =
            $"{http.Request.PathBase}/{Endpoints.Authorization}?client_id={Uri.EscapeDataString(stored.ClientId)}&request_uri={Uri.EscapeDataString(StoredRequest.UriPrefix + reference)}";
        context.HandleRequest();
    }
}
