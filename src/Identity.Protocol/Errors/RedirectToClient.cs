using Microsoft.AspNetCore;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Errors;

/// <summary>
/// Sends the answer to the client by redirect. The location ends in a bare <c>#</c>: the page before may have been a form
/// whose action had a fragment, which the browser would carry over to the application.
/// </summary>
internal sealed class RedirectToClient : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.InPlaceOf<ApplyAuthorizationResponseContext, RedirectToClient>(
        OpenIddictServerAspNetCoreHandlers.Authentication.ProcessQueryResponse.Descriptor);

    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (string.IsNullOrEmpty(context.RedirectUri) || context.ResponseMode is ResponseModes.FormPost)
            return default;

        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        http.Response.Redirect(QueryHelpers.AddQueryString(context.RedirectUri, Parameters(context.Response)) + "#");
        context.HandleRequest();
        return default;
    }

    internal static IEnumerable<KeyValuePair<string, string?>> Parameters(OpenIddictResponse response) =>
        response.GetParameters()
            // The developer's page of OpenIddict is not ours to send people to.
            .Where(parameter => parameter.Key != OpenIddictConstants.Parameters.ErrorUri && !string.IsNullOrEmpty((string?)parameter.Value))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
}
