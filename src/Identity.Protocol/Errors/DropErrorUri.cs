using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.Errors;

/// <summary>RFC 6749 §5.2, <c>error_uri</c>: the pages that OpenIddict would name are not ours to send people to.</summary>
internal sealed class DropErrorUri : IOpenIddictServerHandler<ProcessErrorContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ProcessErrorContext, DropErrorUri>(OpenIddictServerHandlers.AttachErrorParameters.Descriptor);

    public ValueTask HandleAsync(ProcessErrorContext context)
    {
        context.Response.ErrorUri = null;
        return default;
    }
}
