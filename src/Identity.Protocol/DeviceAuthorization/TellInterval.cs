using Identity.Domain.DeviceAuthorization;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>RFC 8628 §3.2: <c>interval</c>, which OpenIddict leaves out.</summary>
internal sealed class TellInterval : IOpenIddictServerHandler<HandleDeviceAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = Rule.For<HandleDeviceAuthorizationRequestContext, TellInterval>(0);

    public ValueTask HandleAsync(HandleDeviceAuthorizationRequestContext context)
    {
        context.Parameters["interval"] = (long)DeviceCodes.Interval.TotalSeconds;
        return default;
    }
}
