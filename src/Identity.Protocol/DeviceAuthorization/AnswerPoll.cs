using System.Diagnostics;
using Identity.Domain.DeviceAuthorization;
using Identity.Protocol.Grants;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>RFC 8628 §3.5: a device asks whether somebody has answered. The grant of a yes is used like that of a code, once.</summary>
internal sealed class AnswerPoll(DeviceCodeStore codes) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    // Before the grant is looked for.
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<HandleTokenRequestContext, AnswerPoll>(ExchangeForTokens.Descriptor.Order - 100);

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (!context.Request.IsDeviceCodeGrantType())
            return;

        switch (await codes.PollAsync(context.Request.DeviceCode!, context.CancellationToken)) // OpenDeviceCode found it.
        {
            case PollOutcome.Pending:
                context.Reject(ErrorCodes.AuthorizationPending, "Nobody has answered yet.");
                break;
            case PollOutcome.TooSoon:
                context.Reject(ErrorCodes.SlowDown, "Asked too soon: the interval is now 5 seconds longer.");
                break;
            case PollOutcome.Refused:
                context.Reject(ErrorCodes.AccessDenied, "The person did not connect the device.");
                break;
            case PollOutcome.Approved(var grant):
                context.DeviceCodePrincipal!.SetClaim(GrantClaims.Grant, grant.ToString("D")); // As above.
                break;
            default:
                throw new UnreachableException();
        }
    }
}
