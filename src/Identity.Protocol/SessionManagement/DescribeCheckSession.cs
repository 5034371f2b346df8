using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.SessionManagement;

/// <summary>OpenID Connect Session Management §3.3: where the page is that applications frame, if there is one.</summary>
internal sealed class DescribeCheckSession(IOptions<ProtocolOptions> protocol) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<HandleConfigurationRequestContext, DescribeCheckSession>(
        OpenIddictServerHandlers.Discovery.AttachAdditionalMetadata.Descriptor);

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        if (protocol.Value.SessionManagement)
            context.Metadata["check_session_iframe"] = context.Issuer!.AbsoluteUri + Endpoints.CheckSession; // OpenIddict sets it before.
        return default;
    }
}
