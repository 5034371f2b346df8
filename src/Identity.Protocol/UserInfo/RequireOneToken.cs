using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.UserInfo;

/// <summary>
/// RFC 6750 §2: a token comes in one way. Not supported: in the URL (§2.3), where logs and histories keep it
/// (RFC 9700 §4.3.2).
/// </summary>
internal sealed class RequireOneToken : IOpenIddictServerHandler<ExtractUserInfoRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<ExtractUserInfoRequestContext, RequireOneToken>(
        OpenIddictServerAspNetCoreHandlers.ExtractGetOrPostRequest<ExtractUserInfoRequestContext>.Descriptor);

    public ValueTask HandleAsync(ExtractUserInfoRequestContext context)
    {
        var request = context.Transaction.GetHttpRequest()!; // The host is ASP.NET Core.
        var header = request.Headers[HeaderNames.Authorization].ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        if (request.Query.ContainsKey(OpenIddictConstants.Parameters.AccessToken))
            context.Reject(ErrorCodes.InvalidRequest, "An access token does not belong into a URL. Send it in the header.");
        else if (header && !string.IsNullOrEmpty(context.Request?.AccessToken))
            context.Reject(ErrorCodes.InvalidRequest, "The access token is in the header and in the form. Send it once.");
        return default;
    }
}
