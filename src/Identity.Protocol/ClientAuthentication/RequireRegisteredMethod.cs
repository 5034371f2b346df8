using Identity.Domain.Partners;
using Identity.Protocol.ClientKeys;
using Microsoft.AspNetCore;
using Microsoft.Net.Http.Headers;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Identity.Protocol.ClientAuthentication;

/// <summary>OpenID Connect Registration §2, <c>token_endpoint_auth_method</c>: the method registered is the one that counts.</summary>
internal sealed class RequireRegisteredMethod(ClientDirectory clients) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        Rule.After<ProcessAuthenticationContext, RequireRegisteredMethod>(OpenIddictServerHandlers.ValidateClientSecret.Descriptor);

    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        var authenticates = context.EndpointType is OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.PushedAuthorization or OpenIddictServerEndpointType.DeviceAuthorization
            or OpenIddictServerEndpointType.Introspection or OpenIddictServerEndpointType.Revocation;
        if (authenticates && clients.Current.Find(context.ClientId) is { } client && MethodOf(context) is var used && used != client.TokenEndpointAuthMethod)
            context.Reject(ErrorCodes.InvalidClient, $"The client is registered for '{client.TokenEndpointAuthMethod}' and used '{used}'.");
        return default;
    }

    private static string MethodOf(ProcessAuthenticationContext context)
    {
        if (!string.IsNullOrEmpty(context.ClientAssertion))
            return UnverifiedToken.Read(context.ClientAssertion) is { Algorithm: ClientValidator.SecretAlgorithm } ? ClientValidator.SecretJwt : ClientAuthenticationMethods.PrivateKeyJwt;
        if (string.IsNullOrEmpty(context.ClientSecret))
            return ClientAuthenticationMethods.None;

        var header = context.Transaction.GetHttpRequest()?.Headers[HeaderNames.Authorization].ToString() ?? "";
        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            ? ClientAuthenticationMethods.ClientSecretBasic
            : ClientAuthenticationMethods.ClientSecretPost;
    }
}
