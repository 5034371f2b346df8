using Identity.Protocol.Errors;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.FormPost;

/// <summary>OAuth 2.0 Form Post Response Mode §2, with a page of our own: it works without script and needs no inline one.</summary>
internal sealed class ShowFormPost : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.InPlaceOf<ApplyAuthorizationResponseContext, ShowFormPost>(
        OpenIddictServerAspNetCoreHandlers.Authentication.ProcessFormPostResponse.Descriptor);

    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (string.IsNullOrEmpty(context.RedirectUri) || context.ResponseMode is not ResponseModes.FormPost)
            return default;

        ProtocolPages.Show(
            context.Transaction.GetHttpRequest()!.HttpContext, ProtocolPages.FormPost, // The host is ASP.NET Core.
            new FormPostResponse(new Uri(context.RedirectUri), [.. RedirectToClient.Parameters(context.Response)]));
        context.SkipRequest();
        return default;
    }
}
