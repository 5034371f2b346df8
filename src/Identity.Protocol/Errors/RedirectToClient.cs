using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Errors;

/// <summary>
/// Sends the answer to the client by redirect. The location ends in a bare <c>#</c>: the page before may have been a form
/// whose action had a fragment, which the browser would carry over to the application. Where tokens may be answered, the
/// answer itself is the fragment (OAuth 2.0 Multiple Response Types §2.1).
/// </summary>
internal sealed class RedirectToClient(IOptions<ProtocolOptions> protocol) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.InPlaceOf<ApplyAuthorizationResponseContext, RedirectToClient>(
        OpenIddictServerAspNetCoreHandlers.Authentication.ProcessQueryResponse.Descriptor);

    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (string.IsNullOrEmpty(context.RedirectUri) || context.ResponseMode is ResponseModes.FormPost)
            return default;

        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        var parameters = Parameters(context.Response);
        http.Response.Redirect(context.ResponseMode is ResponseModes.Fragment && protocol.Value.ImplicitFlows
            ? context.RedirectUri + "#" + QueryString.Create(parameters).ToUriComponent()[1..]
            : QueryHelpers.AddQueryString(context.RedirectUri, parameters) + "#");
        context.HandleRequest();
        return default;
    }

    internal static IEnumerable<KeyValuePair<string, string?>> Parameters(OpenIddictResponse response) =>
        response.GetParameters()
            // The developer's page of OpenIddict is not ours to send people to.
            .Where(parameter => parameter.Key != OpenIddictConstants.Parameters.ErrorUri && !string.IsNullOrEmpty((string?)parameter.Value))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
}
