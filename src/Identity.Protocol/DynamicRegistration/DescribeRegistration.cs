using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DynamicRegistration;

/// <summary>RFC 8414 §2: where clients register themselves, if they may.</summary>
internal sealed class DescribeRegistration(IOptions<RegistrationOptions> registration) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.After<HandleConfigurationRequestContext, DescribeRegistration>(
        OpenIddictServerHandlers.Discovery.AttachAdditionalMetadata.Descriptor);

    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        if (registration.Value.Offered)
            context.Metadata["registration_endpoint"] = context.Issuer!.AbsoluteUri + Endpoints.Registration; // OpenIddict sets it before.
        return default;
    }
}
