using Microsoft.AspNetCore;
using Microsoft.Net.Http.Headers;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Discovery;

/// <summary>
/// RFC 9111 §5.2.2: metadata and keys are the same for everybody. The time is short beside that for which a key is
/// announced before it signs, so that nobody meets a token whose key they have not seen.
/// </summary>
internal sealed class LetDocumentsBeCached<TContext> : IOpenIddictServerHandler<TContext>
    where TContext : BaseRequestContext
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<TContext, LetDocumentsBeCached<TContext>>(
        OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<TContext>.Descriptor.Order - Rule.Between);

    public ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.Response is { Error: null })
            context.Transaction.GetHttpRequest()!.HttpContext.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300"; // The host is ASP.NET Core.
        return default;
    }
}
