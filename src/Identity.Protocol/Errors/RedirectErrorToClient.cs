using Identity.Domain.Partners;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Errors;

/// <summary>
/// RFC 6749 §4.1.2.1: an error is told to the client where the client and its redirect URI are known good; everywhere
/// else the person sees a page, and nobody is redirected.
/// </summary>
internal sealed class RedirectErrorToClient(ClientDirectory clients, IOptions<ProtocolOptions> protocol) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<ApplyAuthorizationResponseContext, RedirectErrorToClient>(
        OpenIddictServerHandlers.Authentication.AttachRedirectUri.Descriptor);

    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (ShowErrorPage<ApplyAuthorizationResponseContext>.IsOurs(context.Response.Error))
            context.RedirectUri = null;
        else if (context.Response.Error is not null && context.RedirectUri is null)
            Redirect(context);
        return default;
    }

    private static bool IsInBrowser(OpenIddictRequest request) => request.HasResponseType(ResponseTypes.IdToken) || request.HasResponseType(ResponseTypes.Token);

    private void Redirect(ApplyAuthorizationResponseContext context)
    {
        var redirectUri = (string?)context.Request?.GetParameter(Parameters.RedirectUri);
        if (redirectUri is not null && clients.Current.Find((string?)context.Request!.GetParameter(Parameters.ClientId))?.RedirectUris.Contains(redirectUri) == true) // It has a redirect URI.
        {
            context.RedirectUri = redirectUri;
            var mode = (string?)context.Request.GetParameter(Parameters.ResponseMode);
            // OAuth 2.0 Multiple Response Types §5: what would carry a token in its fragment carries an error there.
            if (mode is not ResponseModes.FormPost && protocol.Value.ImplicitFlows && IsInBrowser(context.Request))
                context.Request.ResponseMode = ResponseModes.Fragment;
            else if (mode is not (ResponseModes.Query or ResponseModes.FormPost or null) && !(mode is ResponseModes.Fragment && protocol.Value.ImplicitFlows))
                context.Request.ResponseMode = ResponseModes.Query;
        }
    }
}
