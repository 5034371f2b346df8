using System.Globalization;
using Identity.Domain.Limits;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>RFC 8628 §3.1: a public client proves nothing, so a network lets only so many devices wait.</summary>
internal sealed class BoundDeviceRequests(NetworkLimiter limiter, TimeProvider clock) : IOpenIddictServerHandler<ExtractDeviceAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<ExtractDeviceAuthorizationRequestContext, BoundDeviceRequests>(int.MinValue + 40_000);

    public ValueTask HandleAsync(ExtractDeviceAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext; // The host is ASP.NET Core.
        if (limiter.Take(Endpoints.DeviceAuthorization, Network.Of(http.Connection.RemoteIpAddress)) is not LimitDecision.RetryAt(var time))
            return default;

        http.Response.Headers.RetryAfter = Math.Ceiling((time - clock.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Reject(ErrorCodes.TemporarilyUnavailable, "Too many devices ask from this network.");
        return default;
    }
}
