using System.Security.Claims;
using Identity.Domain.DeviceAuthorization;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.DeviceAuthorization;

/// <summary>Reads a device's code back into the principal that OpenIddict's checks of owner and time are written for.</summary>
internal sealed class OpenDeviceCode(DeviceCodeStore codes) : IOpenIddictServerHandler<ValidateTokenContext>
{
    private const int Length = 43;

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.For<ValidateTokenContext, OpenDeviceCode>(OpenIddictServerHandlers.Protection.ValidateReferenceTokenIdentifier.Descriptor.Order + 100);

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (!context.ValidTokenTypes.Contains(TokenTypeIdentifiers.Private.DeviceCode) || context.Token.Length != Length
            || await codes.FindAsync(context.Token, context.CancellationToken) is not { } device)
            return;

        context.Principal = new ClaimsPrincipal(new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, ClaimNames.Name, ClaimNames.Role))
            .SetTokenType(TokenTypeIdentifiers.Private.DeviceCode)
            .SetPresenters(device.Request.ClientId)
            .SetScopes(device.Request.Scopes)
            .SetResources(device.Request.Resources)
            .SetExpirationDate(device.ExpiresAt);
    }
}
