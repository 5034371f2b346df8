using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>RFC 8628 §3.3: the verification URI is a page like any other, which the host shows.</summary>
internal sealed class LeaveVerificationToPages : IOpenIddictServerHandler<ProcessRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ProcessRequestContext, LeaveVerificationToPages>(OpenIddictServerHandlers.InferEndpointType.Descriptor);

    public ValueTask HandleAsync(ProcessRequestContext context)
    {
        if (context.EndpointType is OpenIddictServerEndpointType.EndUserVerification)
            context.SkipRequest();
        return default;
    }
}
