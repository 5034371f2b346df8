using Identity.Protocol.Interaction;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.SessionManagement;

/// <summary>OpenID Connect Session Management §2: <c>session_state</c> in an answer, be it an error, where somebody is signed in.</summary>
internal sealed class AttachSessionState(IOptions<ProtocolOptions> protocol, BrowserSession browser, BrowserState state) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<ApplyAuthorizationResponseContext, AttachSessionState>(
        OpenIddictServerHandlers.Authentication.AttachIssuer.Descriptor);

    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        // An application with a scheme of its own has no frame that could ask.
        if (!protocol.Value.SessionManagement || context.Request?.ClientId is not { } clientId || !context.Request.HasScope(OpenIddictConstants.Scopes.OpenId)
            || !Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var redirect) || redirect.Scheme is not ("https" or "http"))
            return;
        if (await browser.FindAsync(context.Transaction.GetHttpRequest()!.HttpContext) is { } session) // The host is ASP.NET Core.
            context.Response.SetParameter("session_state", state.Of(session, clientId, redirect.GetLeftPart(UriPartial.Authority)));
    }
}
